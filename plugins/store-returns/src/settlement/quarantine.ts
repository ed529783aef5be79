import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createInventoryLevelsWorkflow, updateInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import type { ShopRow } from "../modules/store-returns/service"
import { medusaProgress } from "./medusa-progress"
import { piecesOf, variantStock } from "./variant-stock"

export type Levels = ReadonlyMap<string, number>

/** Medusa receives into existing levels only, and silently skips what has none: every one is made first. */
export async function createMissingLevels(
  container: MedusaContainer,
  locationId: string,
  itemIds: readonly string[],
): Promise<void> {
  if (itemIds.length === 0) return
  const inventory = container.resolve(Modules.INVENTORY)
  const found = await inventory.listInventoryLevels({ location_id: locationId, inventory_item_id: [...itemIds] })
  const known = new Set(found.map((level) => level.inventory_item_id))
  const missing = [...new Set(itemIds)].filter((id) => !known.has(id))
  if (missing.length === 0) return
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: missing.map((id) => ({ inventory_item_id: id, location_id: locationId, stocked_quantity: 0 })),
    },
  })
}

export async function levelsAt(
  container: MedusaContainer,
  locationId: string,
  itemIds: readonly string[],
): Promise<Levels> {
  if (itemIds.length === 0) return new Map()
  const levels = await container
    .resolve(Modules.INVENTORY)
    .listInventoryLevels({ location_id: locationId, inventory_item_id: [...itemIds] }, { take: null as never })
  return new Map(levels.map((level) => [level.inventory_item_id, Number(level.stocked_quantity)]))
}

/**
 * What must lie in a shop's quarantine of these variants: its bags there, and the goods of returns that Medusa has
 * received but that are not recorded yet.
 */
export async function expectedInQuarantine(
  container: MedusaContainer,
  shop: Pick<ShopRow, "id">,
  variantIds: readonly string[],
): Promise<Levels> {
  const service = storeReturnsOf(container)
  const wanted = new Set(variantIds)
  const bags = await service.listCustodyUnits(
    { shop_id: shop.id, place: "quarantine", variant_id: [...wanted] },
    { take: null as never },
  )
  const unfinished = await service.listStoreReturns(
    { shop_id: shop.id, state: "ACCEPTED" },
    { relations: ["lines"], take: null as never },
  )
  const lines = bags.map((bag) => ({ variantId: bag.variant_id, quantity: bag.quantity }))
  for (const each of unfinished) {
    if ((await medusaProgress(container, each)).phase !== "received") continue
    for (const line of each.lines)
      if (wanted.has(line.variant_id)) lines.push({ variantId: line.variant_id, quantity: line.quantity })
  }
  const stock = await variantStock(container, [...wanted])
  const none = new Map([...stock.values()].flat().map((part) => [part.itemId, 0]))
  return new Map([...none, ...piecesOf(stock, lines)])
}

/** After an interruption: sets Medusa's levels of these variants to what is there. */
export async function repairQuarantine(
  container: MedusaContainer,
  shop: Pick<ShopRow, "id" | "quarantine_location_id">,
  variantIds: readonly string[],
): Promise<void> {
  const expected = await expectedInQuarantine(container, shop, variantIds)
  const itemIds = [...expected.keys()]
  await createMissingLevels(container, shop.quarantine_location_id, itemIds)
  const actual = await levelsAt(container, shop.quarantine_location_id, itemIds)
  const updates = [...expected]
    .filter(([itemId, quantity]) => actual.get(itemId) !== quantity)
    .map(([itemId, quantity]) => ({
      inventory_item_id: itemId,
      location_id: shop.quarantine_location_id,
      stocked_quantity: quantity,
    }))
  if (updates.length > 0) await updateInventoryLevelsWorkflow(container).run({ input: { updates } })
}
