import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createOrderCreditLinesWorkflow, refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { type Cents, cents, centsOfDecimal, decimalOf } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { underMark } from "./refund-mark"

export interface MoneyBack {
  readonly orderId: string
  /** In the note of Medusa's refund: the same mark is paid once. */
  readonly mark: string
  readonly amount: Cents
  /** Medusa's open balance (micros) before anything of this was done; it is the same afterwards. */
  readonly pendingBefore: number
}

interface PaymentRow {
  readonly id: string
  readonly currency_code: string
  readonly captured_at: string | null
  readonly captures?: readonly { readonly amount: number }[]
  readonly refunds?: readonly { readonly id: string; readonly amount: number; readonly note: string | null }[]
}

/**
 * Gives money back by the payments it came from, the first first, each up to what it took and has not given back. Called
 * again after a crash or while the provider is down, it pays only what was not paid and completes Medusa's books.
 * @throws REFUND_ABOVE_SALE when the payments cannot carry it, and whatever the provider answers
 */
export async function payBack(container: MedusaContainer, money: MoneyBack): Promise<void> {
  const payments = await readPayments(container, money.orderId)
  const parts = perPayment(
    money.amount,
    payments.map((payment) => roomOf(payment, money.mark)),
  )
  for (const [index, part] of parts.entries()) {
    const payment = payments[index]!
    if (part === 0) continue
    const own = (payment.refunds ?? []).filter((refund) => refund.note === money.mark).map((refund) => refund.id)
    await refundOnce(container, { ...money, paymentId: payment.id, amount: part, own })
  }
  await restoreBalance(container, money)
}

/** What a payment took and has not given back, refunds of this very mark left out. */
const roomOf = (payment: PaymentRow, mark: string): number => {
  const taken = (payment.captures ?? []).reduce((a, capture) => a + centsOfDecimal(Number(capture.amount)), 0)
  const back = (payment.refunds ?? [])
    .filter((refund) => refund.note !== mark)
    .reduce((a, refund) => a + centsOfDecimal(Number(refund.amount)), 0)
  return Math.max(0, taken - back)
}

/** @throws REFUND_ABOVE_SALE */
export function perPayment(amount: Cents, rooms: readonly number[]): Cents[] {
  let left: number = amount
  const parts = rooms.map((room) => {
    const part = Math.min(left, room)
    left -= part
    return cents(part)
  })
  if (left > 0)
    throw marketplaceError("REFUND_ABOVE_SALE", "More would be paid back than was paid; nothing was refunded")
  return parts
}

async function readPayments(container: MedusaContainer, orderId: string): Promise<PaymentRow[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "id",
      "payment_collections.payments.id",
      "payment_collections.payments.currency_code",
      "payment_collections.payments.captured_at",
      "payment_collections.payments.captures.amount",
      "payment_collections.payments.refunds.id",
      "payment_collections.payments.refunds.amount",
      "payment_collections.payments.refunds.note",
    ],
    filters: { id: orderId },
  })
  const order = data[0] as unknown as { payment_collections?: { payments?: PaymentRow[] }[] } | undefined
  return (order?.payment_collections ?? [])
    .flatMap((collection) => collection.payments ?? [])
    .filter((payment) => payment.captured_at)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

export interface RefundOnce {
  readonly orderId: string
  readonly paymentId: string
  readonly mark: string
  readonly amount: Cents
  /** Medusa's refund rows of this payment that carry the mark. */
  readonly own: readonly string[]
}

/**
 * One refund of one payment, however often it is asked for. Medusa writes its row before it asks the provider and the
 * order's transaction after: a row without a transaction is of a process that died, and nobody knows whether the provider
 * was asked. The row is dropped and all is done again; the provider tells by the mark what it paid already.
 */
export async function refundOnce(container: MedusaContainer, refund: RefundOnce): Promise<void> {
  if (refund.own.length > 0) {
    const orders = container.resolve(Modules.ORDER)
    const reference = { order_id: refund.orderId, reference: "refund", reference_id: [...refund.own] }
    if ((await orders.listOrderTransactions(reference)).length > 0) return
    await refundRows(container).deleteRefunds([...refund.own])
  }
  await underMark(refund.mark, () =>
    refundPaymentWorkflow(container).run({
      // The workflow passes the note on; its public type does not name it.
      input: { payment_id: refund.paymentId, amount: decimalOf(refund.amount), note: refund.mark } as never,
    }),
  )
}

/** The service has the generated method; its public interface does not name it. */
const refundRows = (container: MedusaContainer) =>
  container.resolve(Modules.PAYMENT) as unknown as { deleteRefunds(ids: string[]): Promise<void> }

/** Medusa's open balance of the order in micros: negative while the shopper is owed. */
export async function pendingMicros(container: MedusaContainer, orderId: string): Promise<number> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: ["id", "summary.*"], filters: { id: orderId } })
  const summary = (data[0] as { summary?: { pending_difference?: unknown } } | undefined)?.summary
  return Math.round(Number(summary?.pending_difference ?? 0) * 1e6)
}

/**
 * Medusa's figures of a discounted line are not ours to the cent, and a delivery or a goodwill has no item behind it: a
 * credit line takes the difference, so that the order owes afterwards what it owed before.
 */
async function restoreBalance(container: MedusaContainer, money: MoneyBack): Promise<void> {
  const off = (await pendingMicros(container, money.orderId)) - money.pendingBefore
  if (off === 0) return
  await createOrderCreditLinesWorkflow(container).run({
    input: {
      id: money.orderId,
      credit_lines: [{ amount: off / 1e6, reference: "redress", reference_id: money.mark }],
    },
  })
}
