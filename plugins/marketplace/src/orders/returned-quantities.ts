import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"

/** Units taken back (received or dismissed) of each line, as Medusa counts them in the order's present version. */
export async function returnedQuantities(
  container: MedusaContainer,
  orderIds: readonly string[],
): Promise<Map<string, number>> {
  if (orderIds.length === 0) return new Map()
  const rows = (await knexOf(container)("order_item as item")
    .join("order as o", (on) => on.on("o.id", "item.order_id").andOn("o.version", "item.version"))
    .whereIn("o.id", [...orderIds])
    .whereNull("item.deleted_at")
    .select(
      "item.item_id as line",
      "item.return_received_quantity as received",
      "item.return_dismissed_quantity as dismissed",
    )) as {
    line: string
    received: string
    dismissed: string
  }[]
  return new Map(rows.map((row) => [row.line, Number(row.received) + Number(row.dismissed)]))
}
