import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { Modules } from "@medusajs/framework/utils"
import { badInput, clockOf, conflict, notFound } from "@gondola/kit"
import { refreshGates } from "../gates/refresh-gates"
import { knexOf } from "../modules/marketplace/resolve"
import { alignProducts } from "../offers/align-shelf"
import { refuseTakenDown } from "../takedowns/holds"
import { setProductVatClass, vatClassOf } from "../vat/vat-classes"
import { recordCatalogueEvent } from "./catalogue-events"

interface VariantRow {
  readonly id: string
  readonly title: string
  readonly productId: string
}

/** What a merge moved, so that it can be moved back. */
export interface MergeDetail {
  readonly handle: string
  readonly status: string
  readonly variants: readonly { readonly from: string; readonly to: string }[]
  readonly offers: readonly string[]
  readonly gtins: readonly string[]
}

/**
 * Two sheets of one article become one: offers, GTINs and price histories of `fromId` follow to `intoId`, whose address
 * its own now leads to. Past orders keep what they sold. The retailer's own price and stock of `fromId` rest with it.
 * @param variants which variant becomes which; by title or the only one when absent
 * @throws NOT_FOUND | BAD_INPUT | CONFLICT where one seller offers both under one condition
 */
export async function mergeProducts(
  container: MedusaContainer,
  merge: {
    readonly fromId: string
    readonly intoId: string
    readonly actor: string
    readonly reason: string
    readonly variants?: readonly { readonly from: string; readonly to: string }[]
  },
): Promise<string> {
  const { fromId, intoId, actor, reason } = merge
  if (fromId === intoId) throw badInput("Choose two different products")
  if (!reason.trim()) throw badInput("Say why they are one article")
  await refuseTakenDown(container, [fromId, intoId])
  const knex = knexOf(container)
  const from = await catalogueProduct(knex, fromId)
  await catalogueProduct(knex, intoId)
  const pairs = pairsOf(await variantsOf(knex, fromId), await variantsOf(knex, intoId), merge.variants)
  await refuseTwins(knex, pairs)
  const detail = await knex.transaction(async (trx) => {
    const offers: string[] = []
    const gtins: string[] = []
    for (const { from: was, to } of pairs) {
      const target = { catalogue_product_id: intoId, catalogue_variant_id: to }
      const moved = (await trx("marketplace_offer")
        .where({ catalogue_variant_id: was })
        .update({ ...target, updated_at: trx.fn.now() })
        .returning(["id", "product_id"])) as { id: string; product_id: string }[]
      offers.push(...moved.map(({ id }) => id))
      await trx("marketplace_product_sheet")
        .whereIn(
          "product_id",
          moved.map((row) => row.product_id),
        )
        .update({ ...target, updated_at: trx.fn.now() })
      const numbers = (await trx("marketplace_gtin")
        .where({ variant_id: was })
        .update({ product_id: intoId, variant_id: to, updated_at: trx.fn.now() })
        .returning("gtin")) as { gtin: string }[]
      gtins.push(...numbers.map(({ gtin }) => gtin))
    }
    await trx("marketplace_product_redirect")
      .insert({ handle: from.handle, product_id: intoId, at: clockOf(container).now() })
      .onConflict("handle")
      .merge()
    // Addresses that led to it lead on.
    await trx("marketplace_product_redirect").where({ product_id: fromId }).update({ product_id: intoId })
    return { handle: from.handle, status: from.status, variants: pairs, offers, gtins }
  })
  await container.resolve(Modules.PRODUCT).updateProducts(fromId, { status: "draft" })
  // An offer is taxed as the sheet it stands on.
  await setProductVatClass(container, intoId, await vatClassOf(container, intoId))
  await refreshGates(container, [fromId, intoId])
  return recordCatalogueEvent(container, { kind: "merged", productId: intoId, otherId: fromId, actor, reason, detail })
}

/** Moves back what the merge moved and is still where it put it. @throws NOT_FOUND | CONFLICT */
export async function undoMerge(container: MedusaContainer, eventId: string, actor: string): Promise<void> {
  const knex = knexOf(container)
  const event = (await knex("marketplace_catalogue_event").where({ id: eventId, kind: "merged" }).first()) as
    { product_id: string; other_id: string; detail: MergeDetail; undone_at: Date | null } | undefined
  if (!event) throw notFound("This merge")
  if (event.undone_at) throw conflict("This merge was undone already")
  const { detail, product_id: intoId, other_id: fromId } = event
  await refuseTakenDown(container, [fromId, intoId])
  await knex.transaction(async (trx) => {
    for (const { from: was, to } of detail.variants) {
      const back = { catalogue_product_id: fromId, catalogue_variant_id: was }
      const moved = (await trx("marketplace_offer")
        .whereIn("id", [...detail.offers])
        .where({ catalogue_variant_id: to })
        .update({ ...back, updated_at: trx.fn.now() })
        .returning("product_id")) as { product_id: string }[]
      await trx("marketplace_product_sheet")
        .whereIn(
          "product_id",
          moved.map((row) => row.product_id),
        )
        .update({ ...back, updated_at: trx.fn.now() })
      await trx("marketplace_gtin")
        .whereIn("gtin", [...detail.gtins])
        .where({ variant_id: to })
        .update({ product_id: fromId, variant_id: was, updated_at: trx.fn.now() })
    }
    await trx("marketplace_product_redirect").where({ handle: detail.handle, product_id: intoId }).delete()
    await trx("marketplace_catalogue_event")
      .where({ id: eventId })
      .update({ undone_at: clockOf(container).now() })
  })
  await container.resolve(Modules.PRODUCT).updateProducts(fromId, { status: detail.status as "published" | "draft" })
  await setProductVatClass(container, fromId, await vatClassOf(container, fromId))
  await refreshGates(container, [fromId, intoId])
  await alignProducts(container, [fromId, intoId])
  await recordCatalogueEvent(container, {
    kind: "undone",
    productId: intoId,
    otherId: fromId,
    actor,
    detail: { eventId },
  })
}

async function catalogueProduct(knex: Knex, id: string): Promise<{ handle: string; status: string }> {
  const row = (await knex("product as p")
    .join("marketplace_product_sheet as s", "s.product_id", "p.id")
    .where("p.id", id)
    .whereNull("p.deleted_at")
    .whereNull("s.owner_seller_id")
    .first("p.handle", "p.status")) as { handle: string; status: string } | undefined
  if (!row) throw notFound("This catalogue product")
  return row
}

const variantsOf = (knex: Knex, productId: string): Promise<VariantRow[]> =>
  knex("product_variant")
    .where({ product_id: productId })
    .whereNull("deleted_at")
    .orderBy("variant_rank")
    .select("id", "title", "product_id as productId") as unknown as Promise<VariantRow[]>

/** @throws BAD_INPUT that names the variant without a counterpart */
export function pairsOf(
  from: readonly VariantRow[],
  into: readonly VariantRow[],
  named: readonly { readonly from: string; readonly to: string }[] = [],
): { from: string; to: string }[] {
  return from.map((variant) => {
    const wanted = named.find((pair) => pair.from === variant.id)?.to
    const only = from.length === 1 && into.length === 1 ? into[0] : undefined
    const same = into.find((other) => other.title.trim().toLowerCase() === variant.title.trim().toLowerCase())
    const to = wanted ? into.find((other) => other.id === wanted) : (only ?? same)
    if (!to) throw badInput(`Say which variant «${variant.title}» becomes`)
    return { from: variant.id, to: to.id }
  })
}

/** One seller with two offers of one condition on one variant: which one would stand? */
async function refuseTwins(knex: Knex, pairs: readonly { from: string; to: string }[]): Promise<void> {
  const { rows } = await knex.raw<{ rows: { name: string; sku: string; other: string }[] }>(
    `select s.name, a.sku, b.sku as other from jsonb_to_recordset(?::jsonb) as pair("from" text, "to" text)
     join marketplace_offer a on a.catalogue_variant_id = pair."from" and a.state <> 'closed' and a.deleted_at is null
     join marketplace_offer b on b.catalogue_variant_id = pair."to" and b.state <> 'closed' and b.deleted_at is null
       and b.seller_id = a.seller_id and b.condition = a.condition
     join marketplace_seller s on s.id = a.seller_id limit 5`,
    [JSON.stringify(pairs)],
  )
  if (rows.length > 0)
    throw conflict(
      `Both have an offer of the same seller: ${rows.map((row) => `${row.name} (${row.sku}, ${row.other})`).join("; ")}. One must be closed first.`,
    )
}
