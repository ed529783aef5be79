import type { Caller } from "./api"

interface Amount {
  amount: number
}

interface Group {
  trader: { name: string }
  deliveryPrice: Amount
  lines: { total: Amount }[]
  redress: { amount: Amount }[]
  documents: { kind: string; gross: Amount }[]
}

export interface Invoiced {
  trader: string
  kinds: string[]
  /** Invoices less credit notes, cents. */
  invoiced: number
  /** Paid and not given back before or by a dispute, cents; returns over the counter are not in it. */
  kept: number
}

const total = (amounts: readonly Amount[]): number => amounts.reduce((sum, { amount }) => sum + amount, 0)

/** What each trader of an order invoiced its shopper, beside what it keeps of the payment. */
export async function invoicedBy(shopper: Caller, accessToken: string): Promise<Invoiced[]> {
  const { shopperOrder } = await shopper<{ shopperOrder: { groups: Group[] } }>(
    `query ($token: String!) { shopperOrder(accessToken: $token) { groups { trader { name } deliveryPrice { amount }
      lines { total { amount } } redress { amount { amount } } documents { kind gross { amount } } } } }`,
    { token: accessToken },
  )
  return shopperOrder.groups.map(({ trader, deliveryPrice, lines, redress, documents }) => ({
    trader: trader.name,
    kinds: documents.map(({ kind }) => kind),
    invoiced: total(documents.map(({ gross }) => gross)),
    kept: total(lines.map((line) => line.total)) + deliveryPrice.amount - total(redress.map(({ amount }) => amount)),
  }))
}
