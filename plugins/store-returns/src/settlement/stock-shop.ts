import type { MedusaContainer } from "@medusajs/framework/types"
import { updateInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import { badInput, notFound } from "@gondola/kit"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { createMissingLevels } from "./quarantine"
import { variantStock } from "./variant-stock"

export interface ShopStock {
  readonly variantId: string
  readonly quantity: number
}

/** Sets what a shop has on its shelves, as a count of its stock would. The retailer's own variants only. */
export async function stockShop(
  container: MedusaContainer,
  shopHandle: string,
  stock: readonly ShopStock[],
): Promise<void> {
  const [shop] = await storeReturnsOf(container).listShops({ handle: shopHandle })
  if (!shop) throw notFound(`Shop ${shopHandle}`)
  if (stock.some((each) => !Number.isInteger(each.quantity) || each.quantity < 0))
    throw badInput("A stock is a whole number, not negative")
  const parts = await variantStock(
    container,
    stock.map((each) => each.variantId),
  )
  const updates = stock.flatMap((each) =>
    (parts.get(each.variantId) ?? []).map((part) => ({
      inventory_item_id: part.itemId,
      location_id: shop.sellable_location_id,
      stocked_quantity: each.quantity * part.required,
    })),
  )
  await createMissingLevels(
    container,
    shop.sellable_location_id,
    updates.map((update) => update.inventory_item_id),
  )
  if (updates.length > 0) await updateInventoryLevelsWorkflow(container).run({ input: { updates } })
}
