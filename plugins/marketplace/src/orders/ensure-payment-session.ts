import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  refreshPaymentCollectionForCartWorkflow,
  updateRegionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { centsOfDecimal, cutPoint } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { paymentProviderOf } from "../payouts/provider/provider-of"
import { retailerOf } from "../retailer/retailer-of"

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
  await allowInRegion(container, wanted)
  await cutPoint(container, "payment.opening")
  await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collection.id, provider_id: wanted },
  })
  await cutPoint(container, "payment.opened")
}

/** A shop that was opened before cards were turned on, or after they were turned off, has a region for the other provider. */
async function allowInRegion(container: MedusaContainer, provider: string): Promise<void> {
  const { setup } = await retailerOf(container)
  const known = (await knexOf(container)("region_payment_provider")
    .where("region_id", setup.regionId)
    .whereNull("deleted_at")
    .pluck("payment_provider_id")) as string[]
  if (known.length === 1 && known[0] === provider) return
  await updateRegionsWorkflow(container).run({
    input: { selector: { id: setup.regionId }, update: { payment_providers: [provider] } },
  })
}
