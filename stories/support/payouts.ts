import type { Caller } from "./api"
import { waitFor } from "./wait-for"

/** A seller with a verified account is given a credit, and the operator pays it out: the payout's id. */
export async function payCredit(operator: Caller, seller: Caller): Promise<string> {
  const { sellerAccount } = await seller<{ sellerAccount: { id: string } }>(`{ sellerAccount { id } }`)
  const { id } = sellerAccount
  await operator(
    `mutation ($id: ID!) { chargeFee(input: {
      sellerId: $id, kind: CREDIT, amount: 5000, reason: "Geste commercial", idempotencyKey: "credit-to-pay-1" }) { id } }`,
    { id },
  )
  await seller(`mutation { registerPayoutAccount(iban: "FR76 3000 6000 0112 3456 7890 189") { state } }`)
  await operator(`mutation ($id: ID!) { verifyPayoutAccount(sellerId: $id, accepted: true) { sellerId } }`, { id })
  await operator(`mutation ($id: ID!) { startPayoutRun(key: "credit-run-1", sellerId: $id) { id } }`, { id })
  return waitFor("the payout of a credit", 20, async () => {
    const { sellerPayouts } = await seller<{ sellerPayouts: { items: { id: string }[] } }>(
      `{ sellerPayouts { items { id } } }`,
    )
    return sellerPayouts.items[0]?.id
  })
}
