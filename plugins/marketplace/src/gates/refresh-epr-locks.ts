import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { knexOf } from "../modules/marketplace/resolve"
import { sellersTakenDown } from "../takedowns/holds"
import { pathOf, readCategories } from "../read-model/read-categories"
import { eprStreamsOfSellers } from "./epr-streams"
import { eprStreams } from "./listing-gates"
import { readPolicy } from "./policy-store"

interface Which {
  readonly sellerId?: string
  readonly productIds?: readonly string[]
  readonly offerIds?: readonly string[]
}

/**
 * What locks a single offer: a category of an EPR stream whose identifier its seller lacks; goods of this seller that
 * were taken down. Call it, and align the shelf, when a seller's identifiers, a product's categories or takedowns change.
 */
export async function refreshEprLocks(container: MedusaContainer, which: Which): Promise<void> {
  const knex = knexOf(container)
  const policy = await readPolicy(container)
  const offers = (await filtered(knex, which).select(
    "o.id",
    "o.seller_id as sellerId",
    "o.held_by as held",
    "o.catalogue_product_id as productId",
    knex.raw(
      `array(select c.product_category_id from product_category_product c where c.product_id = o.catalogue_product_id) as "categoryIds"`,
    ),
  )) as { id: string; sellerId: string; productId: string; held: string[]; categoryIds: string[] }[]
  if (offers.length === 0) return
  const down = await sellersTakenDown(container, [...new Set(offers.map((offer) => offer.productId))])
  const idle = policy.epr.length === 0 && down.size === 0
  if (idle && offers.every((offer) => offer.held.length === 0)) return
  const categories = await readCategories(container)
  const streams = await eprStreamsOfSellers(container, [...new Set(offers.map((offer) => offer.sellerId))])
  const rows = offers.flatMap(({ id, sellerId, productId, held, categoryIds }) => {
    const handles = categoryIds.flatMap((category) => pathOf(categories, category).map(({ handle }) => handle))
    const missing = eprStreams(handles, policy)
      .filter((stream) => !streams.get(sellerId)?.has(stream))
      .map((stream) => `epr:${stream}`)
    const locks = down.has(`${productId} ${sellerId}`) ? ["taken_down", ...missing] : missing
    return locks.join() === held.join() ? [] : [{ id, held: locks }]
  })
  if (rows.length === 0) return
  await knex.raw(
    `update marketplace_offer o set held_by = array(select jsonb_array_elements_text(f.held)), updated_at = now()
     from jsonb_to_recordset(?::jsonb) as f(id text, held jsonb) where o.id = f.id`,
    [JSON.stringify(rows)],
  )
}

function filtered(knex: Knex, which: Which): Knex.QueryBuilder {
  const query = knex("marketplace_offer as o").whereNull("o.deleted_at").whereNot("o.state", "closed")
  if (which.sellerId) void query.where("o.seller_id", which.sellerId)
  if (which.productIds) void query.whereIn("o.catalogue_product_id", [...which.productIds])
  if (which.offerIds) void query.whereIn("o.id", [...which.offerIds])
  return query
}
