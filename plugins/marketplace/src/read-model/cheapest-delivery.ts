import type { MedusaContainer } from "@medusajs/framework/types"
import { type Cents, cents, centsOfDecimal } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { retailerOf } from "../retailer/retailer-of"
import { DELIVERIES } from "./statements"

/** Of one trader's shipping profile; 0 where it has none yet. */
export async function cheapestDelivery(container: MedusaContainer, profileId: string | null): Promise<Cents> {
  if (!profileId) return cents(0)
  const { setup } = await retailerOf(container)
  const { rows } = await knexOf(container).raw<{ rows: { price: string }[] }>(DELIVERIES, {
    profiles: [profileId],
    currency: setup.currency,
  })
  return rows[0] ? centsOfDecimal(Number(rows[0].price)) : cents(0)
}
