import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf, notFound } from "@gondola/kit"
import { storeReturnError } from "../errors"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import type { CustodyUnitRow, ShopRow } from "../modules/store-returns/service"
import { createMissingLevels, expectedInQuarantine, levelsAt } from "../settlement/quarantine"
import { withShopStockLock } from "../settlement/shop-stock-lock"
import { piecesOf, variantStock } from "../settlement/variant-stock"
import { type Disposition, PLACE_AFTER } from "../state/disposition"
import { moveShopStockWorkflow } from "../workflows/move-shop-stock"

/**
 * Carries out the disposition that is written on the line. Both levels change in one transaction, so Medusa's quarantine
 * shows whether it happened: it then holds less than the bags that are still recorded there.
 */
export async function disposeBag(
  container: MedusaContainer,
  lineId: string,
  by: { readonly id: string; readonly role: string; readonly derogationCode?: string | null },
): Promise<void> {
  const service = storeReturnsOf(container)
  const [bag] = await service.listCustodyUnits({ return_line_id: lineId })
  const [line] = await service.listStoreReturnLines({ id: lineId })
  if (!bag || !line?.disposition) throw notFound("This bag")
  const shop = await service.retrieveShop(bag.shop_id)
  await withShopStockLock(container, shop.id, async () => {
    const [now] = await service.listCustodyUnits({ id: bag.id })
    if (now?.place !== "quarantine") return
    const disposition = line.disposition as Disposition
    await moveStock(container, shop, bag, disposition)
    await service.recordDisposition({ id: bag.id, returnId: bag.return_id, lineId }, PLACE_AFTER[disposition], {
      shopId: shop.id,
      at: clockOf(container).now(),
      actor: by.id,
      role: by.role,
      action: "disposed",
      subject: bag.bag_code,
      detail: { disposition, quantity: bag.quantity, derogationCode: by.derogationCode ?? null },
    })
  })
}

async function moveStock(
  container: MedusaContainer,
  shop: ShopRow,
  bag: CustodyUnitRow,
  disposition: Disposition,
): Promise<void> {
  const stock = await variantStock(container, [bag.variant_id])
  const pieces = [...piecesOf(stock, [{ variantId: bag.variant_id, quantity: bag.quantity }])]
  const itemIds = pieces.map(([itemId]) => itemId)
  if (itemIds.length === 0) return
  const recorded = await expectedInQuarantine(container, shop, [bag.variant_id])
  const actual = await levelsAt(container, shop.quarantine_location_id, itemIds)
  const waiting = pieces.every(([itemId]) => actual.get(itemId) === recorded.get(itemId))
  const moved = pieces.every(([itemId, quantity]) => actual.get(itemId) === (recorded.get(itemId) ?? 0) - quantity)
  if (moved) return
  if (!waiting)
    throw storeReturnError("CONFLICT", "Quarantine does not hold what its bags say; count it before anything moves")
  const to = destination(shop, disposition)
  if (to) await createMissingLevels(container, to, itemIds)
  await moveShopStockWorkflow(container).run({
    input: {
      from: shop.quarantine_location_id,
      to,
      pieces: pieces.map(([inventoryItemId, quantity]) => ({ inventoryItemId, quantity })),
    },
  })
}

/** Null: the unit leaves Medusa's stock. */
function destination(shop: ShopRow, disposition: Disposition): string | null {
  if (disposition === "SELLABLE") return shop.sellable_location_id
  return disposition === "CAGE" ? shop.cage_location_id : null
}
