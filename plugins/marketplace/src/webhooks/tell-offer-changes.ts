import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { emitSellerEvent } from "./emit"

interface OfferRow {
  readonly id: string
  readonly sku: string
  readonly state: string
  readonly price: number
  readonly currency: string
}

/** Offers as they are after a change. An import of thousands costs one question where nobody listens. */
export async function tellOfferChanges(
  container: MedusaContainer,
  sellerId: string,
  offerIds: readonly string[],
): Promise<void> {
  const knex = knexOf(container)
  const listens = (await knex("marketplace_webhook_endpoint")
    .where({ seller_id: sellerId, state: "active" })
    .whereRaw("'offer.changed' = any(events)")
    .first("id")) as { id: string } | undefined
  if (!listens || offerIds.length === 0) return
  const rows = (await knex("marketplace_offer")
    .where({ seller_id: sellerId })
    .whereIn("id", [...offerIds])
    .select("id", "sku", "state", "price", "currency")) as OfferRow[]
  const at = clockOf(container).now()
  await knex.transaction(async (trx) => {
    for (const { id, sku, state, price, currency } of rows)
      await emitSellerEvent(trx, {
        key: `offer:${id}:${generateEntityId()}`,
        sellerId,
        type: "offer.changed",
        data: { offerId: id, sku, state: state.toUpperCase(), price: { amount: price, currency } },
        at,
      })
  })
}
