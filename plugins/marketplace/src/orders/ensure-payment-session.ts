import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  refreshPaymentCollectionForCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { centsOfDecimal } from "@gondola/kit"
import { paymentProviderOf } from "../payouts/provider/provider-of"

export interface PayableCart {
  readonly id: string
  readonly total: number
  readonly payment_collection?: {
    readonly id: string
    readonly amount: number
    readonly payment_sessions?: readonly { id: string; status: string; provider_id: string }[]
  } | null
}

/**
 * One usable session of the house's payment provider over the present total. A session of another provider does not count:
 * with cards turned on, nobody buys through the provider that asks for nothing.
 */
export async function ensurePaymentSession(container: MedusaContainer, cart: PayableCart): Promise<void> {
  const wanted = paymentProviderOf(container)
  let collection = cart.payment_collection
  if (collection && centsOfDecimal(collection.amount) !== centsOfDecimal(cart.total)) {
    await refreshPaymentCollectionForCartWorkflow(container).run({ input: { cart_id: cart.id } })
    collection = { id: collection.id, amount: cart.total }
  }
  if (!collection) {
    const { result } = await createPaymentCollectionForCartWorkflow(container).run({ input: { cart_id: cart.id } })
    collection = result as unknown as NonNullable<PayableCart["payment_collection"]>
  }
  const sessions = collection.payment_sessions ?? []
  const usable = sessions.length > 0 && sessions.every((session) => session.provider_id === wanted)
  if (usable && sessions.some((session) => !["canceled", "error"].includes(session.status))) return
  await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collection.id, provider_id: wanted },
  })
}
