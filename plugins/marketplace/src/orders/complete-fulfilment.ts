import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { knexOf } from "../modules/marketplace/resolve"
import { alignReservation } from "../redress/take-units"
import type { ParcelLine } from "./parcels"
import { withStockLock } from "./stock-lock"

export interface LevelBefore {
  readonly itemId: string
  readonly locationId: string
  /** What this parcel takes. */
  readonly units: number
  /** What was there before. */
  readonly stocked: number
}

/** Read before Medusa is asked, kept with the parcel: after a crash it tells whether the stock was taken. */
export async function levelsBefore(container: MedusaContainer, lines: readonly ParcelLine[]): Promise<LevelBefore[]> {
  const { rows } = (await knexOf(container).raw(
    `select r.line_item_id as line, level.inventory_item_id as "itemId", level.location_id as "locationId",
       level.stocked_quantity as stocked, coalesce(kit.required_quantity, 1) as required
     from reservation_item r
     join order_line_item item on item.id = r.line_item_id
     join inventory_level level on level.inventory_item_id = r.inventory_item_id and level.location_id = r.location_id
       and level.deleted_at is null
     left join product_variant_inventory_item kit on kit.variant_id = item.variant_id
       and kit.inventory_item_id = r.inventory_item_id and kit.deleted_at is null
     where r.line_item_id = any(?) and r.deleted_at is null`,
    [lines.map((line) => line.lineId)],
  )) as { rows: { line: string; itemId: string; locationId: string; stocked: string; required: number }[] }
  const levels = new Map<string, LevelBefore>()
  for (const row of rows) {
    const key = `${row.itemId} ${row.locationId}`
    const units = (lines.find((line) => line.lineId === row.line)?.quantity ?? 0) * Number(row.required)
    levels.set(key, {
      itemId: row.itemId,
      locationId: row.locationId,
      stocked: Number(row.stocked),
      units: (levels.get(key)?.units ?? 0) + units,
    })
  }
  return [...levels.values()]
}

export type MedusaAct = "FULFILL_ITEM" | "SHIP_ITEM" | "DELIVER_ITEM"

/** Whether Medusa's order has counted it: each is one transaction there. */
export async function orderKnows(container: MedusaContainer, fulfilmentId: string, act: MedusaAct): Promise<boolean> {
  const row = (await knexOf(container)("order_change_action")
    .where({ reference_id: fulfilmentId, action: act })
    .whereNull("deleted_at")
    .first("id")) as { id: string } | undefined
  return row !== undefined
}

interface CutParcel {
  readonly id: string
  readonly order_id: string
  readonly stock_before: readonly LevelBefore[] | null
}

/**
 * Medusa makes a fulfilment in this order: its row, the stock, then at once the order's quantities, the link and the
 * reservations. A process that died in between left a part of them: this does the rest, and nothing twice.
 * @throws when the stock was changed by others meanwhile and nothing else tells whether it was taken
 */
export async function completeFulfilment(
  container: MedusaContainer,
  parcel: CutParcel,
  fulfilmentId: string,
  lines: readonly ParcelLine[],
): Promise<void> {
  const knex = knexOf(container)
  const registered = await orderKnows(container, fulfilmentId, "FULFILL_ITEM")
  const linked = ((await knex("order_fulfillment")
    .where({ order_id: parcel.order_id, fulfillment_id: fulfilmentId })
    .whereNull("deleted_at")
    .first("fulfillment_id")) ?? null) as object | null
  if (!registered && !linked && !(await reservationsMoved(container, lines))) await takeStock(container, parcel)
  if (!registered)
    await container.resolve(Modules.ORDER).registerFulfillment({
      order_id: parcel.order_id,
      reference: Modules.FULFILLMENT,
      reference_id: fulfilmentId,
      items: lines.map((line) => ({ id: line.lineId, quantity: line.quantity })),
    })
  if (!linked)
    await container.resolve(ContainerRegistrationKeys.LINK).create({
      [Modules.ORDER]: { order_id: parcel.order_id },
      [Modules.FULFILLMENT]: { fulfillment_id: fulfilmentId },
    })
  for (const line of lines) await alignReservation(container, line.lineId)
}

/** Fewer reserved than Medusa's order waits for: the reservations were brought down, so the stock was taken before. */
async function reservationsMoved(container: MedusaContainer, lines: readonly ParcelLine[]): Promise<boolean> {
  const { rows } = (await knexOf(container).raw(
    `select 1 from order_item i join "order" o on o.id = i.order_id and o.version = i.version
     where i.item_id = any(?) and i.deleted_at is null and i.quantity - i.fulfilled_quantity >
       (select coalesce(max(r.quantity), 0) from reservation_item r where r.line_item_id = i.item_id and r.deleted_at is null)`,
    [lines.map((line) => line.lineId)],
  )) as { rows: unknown[] }
  return rows.length > 0
}

async function takeStock(container: MedusaContainer, parcel: CutParcel): Promise<void> {
  const missing: LevelBefore[] = []
  for (const level of parcel.stock_before ?? []) {
    const now = (await knexOf(container)("inventory_level")
      .where({ inventory_item_id: level.itemId, location_id: level.locationId })
      .whereNull("deleted_at")
      .first("stocked_quantity as stocked")) as { stocked: string } | undefined
    const gone = level.stocked - Number(now?.stocked ?? level.stocked)
    if (gone === 0) missing.push(level)
    else if (gone !== level.units)
      throw new Error(
        `stock of ${level.itemId} moved by ${gone} while parcel ${parcel.id} (${level.units} units) was cut off; count it and set the stock`,
      )
  }
  if (missing.length === 0) return
  const items = missing.map((level) => level.itemId)
  await withStockLock(container, items, () =>
    container.resolve(Modules.INVENTORY).adjustInventory(
      missing.map((level) => ({
        inventoryItemId: level.itemId,
        locationId: level.locationId,
        adjustment: -level.units,
      })),
    ),
  )
}

/** The fulfilment says that it was shipped or delivered; Medusa's order is told where it missed it. */
export async function completeMove(
  container: MedusaContainer,
  of: { readonly orderId: string; readonly fulfilmentId: string; readonly lines: readonly ParcelLine[] },
  act: "SHIP_ITEM" | "DELIVER_ITEM",
): Promise<void> {
  if (await orderKnows(container, of.fulfilmentId, act)) return
  const orders = container.resolve(Modules.ORDER)
  const move = {
    order_id: of.orderId,
    reference: Modules.FULFILLMENT,
    reference_id: of.fulfilmentId,
    items: of.lines.map((line) => ({ id: line.lineId, quantity: line.quantity })),
  }
  await (act === "SHIP_ITEM" ? orders.registerShipment(move) : orders.registerDelivery(move as never))
}
