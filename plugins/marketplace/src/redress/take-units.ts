import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { knexOf } from "../modules/marketplace/resolve"
import { withStockLock } from "../orders/stock-lock"
import { redressMark, type RedressLineRow } from "./redress"

interface ChangeRow {
  readonly id: string
  readonly status: string
}

/**
 * Takes units off Medusa's order and frees their stock. An order change that carries our mark, confirmed in one
 * transaction of Medusa's own; then the reservations, brought to what still waits. Run again after a crash, it does what
 * is missing. Medusa's order-edit workflow is not used: it frees all units of a line before it reserves the rest again,
 * and a shopper may be quicker.
 */
export async function takeUnits(
  container: MedusaContainer,
  redress: { readonly id: string; readonly order_id: string; readonly by_id: string },
  lines: readonly RedressLineRow[],
): Promise<void> {
  const taken = lines.filter((line) => line.quantity > 0)
  if (taken.length === 0) return
  const orders = container.resolve(Modules.ORDER)
  const change = await changeOf(container, redress)
  if (change?.status !== "confirmed") {
    const id = change?.id ?? (await openChange(container, redress, taken))
    await orders.confirmOrderChange(id)
  }
  for (const line of taken) await alignReservation(container, line.line_id)
}

/** Whether the units have left Medusa's order, so that there is no way back. */
export async function unitsTaken(
  container: MedusaContainer,
  redress: { readonly id: string; readonly order_id: string },
): Promise<boolean> {
  return (await changeOf(container, redress))?.status === "confirmed"
}

/** Forgets a change that Medusa would not take. */
export async function dropChange(
  container: MedusaContainer,
  redress: { readonly id: string; readonly order_id: string },
): Promise<void> {
  const change = await changeOf(container, redress)
  if (change && change.status !== "confirmed") await container.resolve(Modules.ORDER).deleteOrderChanges([change.id])
}

async function changeOf(
  container: MedusaContainer,
  redress: { readonly id: string; readonly order_id: string },
): Promise<ChangeRow | undefined> {
  return (await knexOf(container)("order_change")
    .where({ order_id: redress.order_id, internal_note: redressMark(redress.id) })
    .whereNull("deleted_at")
    .whereNotIn("status", ["canceled", "declined"])
    .first("id", "status")) as ChangeRow | undefined
}

interface ItemRow {
  readonly line: string
  readonly version: number
  readonly quantity: string
}

async function openChange(
  container: MedusaContainer,
  redress: { readonly id: string; readonly order_id: string; readonly by_id: string },
  taken: readonly RedressLineRow[],
): Promise<string> {
  const items = (await knexOf(container)("order_item as i")
    .join("order as o", (on) => on.on("o.id", "i.order_id").andOn("o.version", "i.version"))
    .where("o.id", redress.order_id)
    .whereNull("i.deleted_at")
    .select("i.item_id as line", "o.version", "i.quantity")) as ItemRow[]
  const version = Number(items[0]?.version ?? 0) + 1
  const change = (await container.resolve(Modules.ORDER).createOrderChange({
    order_id: redress.order_id,
    change_type: "edit",
    internal_note: redressMark(redress.id),
    created_by: redress.by_id,
    actions: taken.map((line) => {
      const item = items.find((each) => each.line === line.line_id)
      if (!item) throw new Error(`line ${line.line_id} is not in order ${redress.order_id} any more`)
      return {
        order_id: redress.order_id,
        version,
        action: "ITEM_UPDATE",
        details: {
          reference_id: line.line_id,
          quantity: Number(item.quantity) - line.quantity,
          quantity_diff: -line.quantity,
        },
      }
    }),
  } as never)) as unknown as { id: string }
  return change.id
}

/** Reserved is what waits, no more and no less: quantity less fulfilled, as Medusa's order has them now. */
export async function alignReservation(container: MedusaContainer, lineId: string): Promise<void> {
  const { rows } = (await knexOf(container).raw(
    `select r.id, r.inventory_item_id as item, r.quantity as reserved, coalesce(kit.required_quantity, 1) as required,
       coalesce((select i.quantity - i.fulfilled_quantity from order_item i
         join "order" o on o.id = i.order_id and o.version = i.version
         where i.item_id = r.line_item_id and i.deleted_at is null), 0) as waiting
     from reservation_item r
     join order_line_item line on line.id = r.line_item_id
     left join product_variant_inventory_item kit on kit.variant_id = line.variant_id
       and kit.inventory_item_id = r.inventory_item_id and kit.deleted_at is null
     where r.line_item_id = ? and r.deleted_at is null`,
    [lineId],
  )) as { rows: { id: string; item: string; reserved: string; required: number; waiting: string }[] }
  const inventory = container.resolve(Modules.INVENTORY)
  for (const row of rows) {
    const wanted = Number(row.waiting) * Number(row.required)
    if (wanted === Number(row.reserved)) continue
    await withStockLock(container, [row.item], () =>
      wanted <= 0
        ? inventory.deleteReservationItems([row.id])
        : inventory.updateReservationItems([{ id: row.id, quantity: wanted }]),
    )
  }
}
