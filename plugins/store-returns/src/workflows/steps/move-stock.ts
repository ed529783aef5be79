import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { levelsAt } from "../../settlement/quarantine"

export interface StockMove {
  readonly from: string
  /** Null: out of the stock. */
  readonly to: string | null
  readonly pieces: readonly { readonly inventoryItemId: string; readonly quantity: number }[]
}

/**
 * Medusa's own adjusting step changes one level a transaction; here both sides are one update, under the same locks, so
 * that a unit is never in two places or in none.
 */
export const moveStockStep = createStep(
  "move-stock",
  async (move: StockMove, { container }) => {
    await moveStock(container, move, 1)
    return new StepResponse(null, move)
  },
  async (move, { container }) => {
    if (move) await moveStock(container, move, -1)
  },
)

async function moveStock(container: MedusaContainer, move: StockMove, sign: 1 | -1): Promise<void> {
  const itemIds = move.pieces.map((piece) => piece.inventoryItemId)
  await container.resolve(Modules.LOCKING).execute(itemIds, async () => {
    const from = await levelsAt(container, move.from, itemIds)
    const to = move.to ? await levelsAt(container, move.to, itemIds) : null
    const updates = move.pieces.flatMap(({ inventoryItemId, quantity }) => [
      level(inventoryItemId, move.from, (from.get(inventoryItemId) ?? 0) - sign * quantity),
      ...(move.to ? [level(inventoryItemId, move.to, (to?.get(inventoryItemId) ?? 0) + sign * quantity)] : []),
    ])
    await container.resolve(Modules.INVENTORY).updateInventoryLevels(updates)
  })
}

const level = (itemId: string, locationId: string, quantity: number) => ({
  inventory_item_id: itemId,
  location_id: locationId,
  stocked_quantity: quantity,
})
