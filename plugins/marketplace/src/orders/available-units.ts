import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"

/** Units of each variant that the sales channel can still sell: stocked less reserved, at its own locations only. */
export async function availableUnits(
  container: MedusaContainer,
  salesChannelId: string,
  variantIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = (await knexOf(container).raw(
    `select item.variant_id as variant, floor(sum(level.stocked_quantity - level.reserved_quantity))::int as units
     from product_variant_inventory_item item
     join inventory_level level on level.inventory_item_id = item.inventory_item_id and level.deleted_at is null
     join sales_channel_stock_location place on place.stock_location_id = level.location_id
       and place.sales_channel_id = :channel and place.deleted_at is null
     where item.variant_id = any(:ids) and item.deleted_at is null
     group by item.variant_id`,
    { ids: [...variantIds], channel: salesChannelId },
  )) as { rows: { variant: string; units: number }[] }
  return new Map(rows.map((row) => [row.variant, Math.max(0, row.units)]))
}
