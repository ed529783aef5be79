import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { readProducts } from "../read-model/read-products"
import type { SellableProduct } from "../read-model/sellable-product"
import { readBuyBox } from "./buy-box-store"

export interface Share {
  /** Variants that can be bought. */
  readonly boxes: number
  readonly retailerBoxes: number
  /** Variants that the retailer and somebody else have in stock. */
  readonly contested: number
  readonly retailerContested: number
}

/** Who holds the big button. */
export function shareOf(products: readonly SellableProduct[]): Share {
  const share = { boxes: 0, retailerBoxes: 0, contested: 0, retailerContested: 0 }
  for (const variant of products.flatMap((product) => product.variants)) {
    const inStock = variant.offers.filter((offer) => offer.stock > 0)
    const [winner] = inStock
    if (!winner) continue
    const wins = winner.sellerId === null
    const isContested = inStock.some((o) => o.sellerId === null) && inStock.some((o) => o.sellerId !== null)
    share.boxes += 1
    if (wins) share.retailerBoxes += 1
    if (isContested) share.contested += 1
    if (isContested && wins) share.retailerContested += 1
  }
  return share
}

const BATCH = 100

/** Counts every box of the day and writes it down; run again, the later count stands. */
export async function measureShare(container: MedusaContainer): Promise<Share> {
  const knex = knexOf(container)
  const { strategy } = await readBuyBox(container)
  const ids = (await knex("marketplace_product_sheet")
    .whereNull("owner_seller_id")
    .whereNull("deleted_at")
    .orderBy("product_id")
    .pluck("product_id")) as string[]
  let sum: Share = { boxes: 0, retailerBoxes: 0, contested: 0, retailerContested: 0 }
  for (let from = 0; from < ids.length; from += BATCH) {
    const part = shareOf(await readProducts(container, ids.slice(from, from + BATCH)))
    sum = {
      boxes: sum.boxes + part.boxes,
      retailerBoxes: sum.retailerBoxes + part.retailerBoxes,
      contested: sum.contested + part.contested,
      retailerContested: sum.retailerContested + part.retailerContested,
    }
  }
  const now = clockOf(container).now()
  await knex("marketplace_buy_box_share")
    .insert({
      day: dayOf(now),
      strategy,
      boxes: sum.boxes,
      contested: sum.contested,
      retailer_boxes: sum.retailerBoxes,
      retailer_contested: sum.retailerContested,
      at: now,
    })
    .onConflict(["day", "strategy"])
    .merge()
  return sum
}
