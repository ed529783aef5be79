import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { readProducts } from "../read-model/read-products"
import type { SellableOffer, SellableProduct } from "../read-model/sellable-product"
import { landedPrice } from "./buy-box"
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

/** Where a trader's best offer of a variant stands. */
export interface Place {
  readonly variant_id: string
  /** The empty text is the retailer. */
  readonly seller_id: string
  readonly product_id: string
  readonly won: boolean
  readonly landed: number
  readonly currency: string
}

/** Every trader with stock of a variant once, with its best ranked offer; the first of all holds the box. */
export function placesOf(products: readonly SellableProduct[]): Place[] {
  return products.flatMap((product) =>
    product.variants.flatMap((variant) => {
      const best = new Map<string, SellableOffer>()
      for (const offer of variant.offers)
        if (offer.stock > 0 && !best.has(offer.sellerId ?? "")) best.set(offer.sellerId ?? "", offer)
      return [...best].map(([sellerId, offer], rank) => ({
        variant_id: variant.id,
        seller_id: sellerId,
        product_id: product.id,
        won: rank === 0,
        landed: landedPrice(offer),
        currency: offer.currency,
      }))
    }),
  )
}

const BATCH = 100

/** Counts every box of the day, of the retailer and of each trader, and writes it down; the later count stands. */
export async function measureShare(container: MedusaContainer): Promise<Share> {
  const knex = knexOf(container)
  const { strategy } = await readBuyBox(container)
  const ids = (await knex("marketplace_product_sheet")
    .whereNull("owner_seller_id")
    .whereNull("deleted_at")
    .orderBy("product_id")
    .pluck("product_id")) as string[]
  let sum: Share = { boxes: 0, retailerBoxes: 0, contested: 0, retailerContested: 0 }
  const places: Place[] = []
  for (let from = 0; from < ids.length; from += BATCH) {
    const products = await readProducts(container, ids.slice(from, from + BATCH))
    const part = shareOf(products)
    places.push(...placesOf(products))
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
  await knex.transaction((trx) => savePlaces(trx, dayOf(now), places))
  return sum
}

async function savePlaces(trx: Knex.Transaction, day: string, places: readonly Place[]): Promise<void> {
  // One count at a time: the places of two would be mixed.
  await trx.raw(`select pg_advisory_xact_lock(hashtext('marketplace_buy_box_place'))`)
  await trx("marketplace_buy_box_place").delete()
  for (let from = 0; from < places.length; from += ROWS)
    await trx("marketplace_buy_box_place").insert(places.slice(from, from + ROWS))
  await trx("marketplace_buy_box_day").where({ day }).delete()
  await trx.raw(
    `insert into marketplace_buy_box_day (day, seller_id, boxes, won)
     select ?, seller_id, count(*), count(*) filter (where won) from marketplace_buy_box_place group by seller_id`,
    [day],
  )
}

const ROWS = 1000
