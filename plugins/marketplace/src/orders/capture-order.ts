import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { marketplaceError } from "../errors"

interface OrderPayments {
  readonly currency_code: string
  readonly payment_collections: readonly {
    readonly payments?: readonly {
      readonly id: string
      readonly amount: number
      readonly captured_at: string | null
      readonly canceled_at: string | null
      readonly captures?: readonly { readonly id: string; readonly amount: number }[]
    }[]
  }[]
  readonly transactions: readonly { readonly reference: string | null; readonly reference_id: string | null }[]
}

/**
 * Captures the whole payment at the order. An order that changes while it is only authorised loses its authorisation in
 * Medusa, so nothing may happen to it before this. Run again after a crash, it does what is missing and no more.
 */
export async function captureOrder(container: MedusaContainer, orderId: string): Promise<void> {
  const before = await paymentsOf(container, orderId)
  const payments = before.payment_collections.flatMap((c) => c.payments ?? []).filter((p) => !p.canceled_at)
  if (payments.length === 0) throw marketplaceError("PAYMENT_REFUSED", "This order has no authorised payment")
  const wasCaptured = payments.some((payment) => payment.captured_at)
  for (const payment of payments.filter((each) => !each.captured_at)) {
    // A capture row without a captured payment: the process died before the provider was asked.
    const dangling = (payment.captures ?? []).map((capture) => capture.id)
    if (dangling.length > 0) await captureRows(container).deleteCaptures(dangling)
    await capturePaymentWorkflow(container).run({ input: { payment_id: payment.id } })
  }
  // The workflow writes its own; only a capture that was there before may lack one.
  if (wasCaptured) await recordMissingTransactions(container, orderId)
}

/** The other half of a capture, when the process died between the payment and the order's transaction. */
async function recordMissingTransactions(container: MedusaContainer, orderId: string): Promise<void> {
  const order = await paymentsOf(container, orderId)
  const known = new Set(order.transactions.map((transaction) => transaction.reference_id))
  const missing = order.payment_collections
    .flatMap((collection) => collection.payments ?? [])
    .flatMap((payment) => payment.captures ?? [])
    .filter((capture) => !known.has(capture.id))
  if (missing.length === 0) return
  await container.resolve(Modules.ORDER).addOrderTransactions(
    missing.map((capture) => ({
      order_id: orderId,
      amount: capture.amount,
      currency_code: order.currency_code,
      reference: "capture",
      reference_id: capture.id,
    })),
  )
}

async function paymentsOf(container: MedusaContainer, orderId: string): Promise<OrderPayments> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "id",
      "currency_code",
      "payment_collections.payments.id",
      "payment_collections.payments.amount",
      "payment_collections.payments.captured_at",
      "payment_collections.payments.canceled_at",
      "payment_collections.payments.captures.*",
      "transactions.reference",
      "transactions.reference_id",
    ],
    filters: { id: orderId },
  })
  if (!data[0]) throw marketplaceError("NOT_FOUND", "This order was not found")
  return data[0] as unknown as OrderPayments
}

/** The service has the generated method; its public interface does not name it. */
const captureRows = (container: MedusaContainer) =>
  container.resolve(Modules.PAYMENT) as unknown as { deleteCaptures(ids: string[]): Promise<void> }
