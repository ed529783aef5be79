import type { MedusaContainer } from "@medusajs/framework/types"
import type { SaleChannel } from "../commission/rule"
import { knexOf } from "../modules/marketplace/resolve"

/** Picked up where the delivery is one of a pickup point; sold on the web otherwise. */
export async function channelOf(container: MedusaContainer, optionIds: readonly string[]): Promise<SaleChannel> {
  if (optionIds.length === 0) return "web"
  const pickup = (await knexOf(container)("shipping_option as o")
    .join("service_zone as z", "z.id", "o.service_zone_id")
    .join("fulfillment_set as f", "f.id", "z.fulfillment_set_id")
    .whereIn("o.id", [...optionIds])
    .where("f.type", "pickup")
    .first("o.id")) as { id: string } | undefined
  return pickup ? "pickup" : "web"
}
