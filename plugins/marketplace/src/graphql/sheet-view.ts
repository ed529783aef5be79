import type { GraphqlContext } from "@gondola/kit"
import { readCatalogue } from "../catalogue/read-catalogue"
import { findingsOf } from "../gates/refresh-gates"
import { knexOf } from "../modules/marketplace/resolve"
import { readProducts } from "../read-model/read-products"
import { offerView } from "./catalogue-view"
import { found } from "./callers"

/** `CatalogueSheet` of the schema. @throws NOT_FOUND */
export async function sheetView(context: GraphqlContext, id: string) {
  const { rows } = await readCatalogue(context.scope, { id }, { skip: 0, take: 1 })
  const item = found(rows[0], "This catalogue product")
  const knex = knexOf(context.scope)
  const [[product], findings, gtins, events] = await Promise.all([
    readProducts(context.scope, [id]),
    findingsOf(context.scope, [id]),
    knex("marketplace_gtin")
      .where({ product_id: id })
      .orderBy("gtin")
      .select("gtin", "variant_id as variantId") as unknown as Promise<{ gtin: string; variantId: string }[]>,
    knex("marketplace_catalogue_event")
      .where({ product_id: id })
      .orWhere({ other_id: id })
      .orderBy("at", "desc")
      .limit(50) as unknown as Promise<EventRow[]>,
  ])
  const sheet = found(product, "This catalogue product")
  return {
    item,
    titleEn: sheet.title.en,
    partNumber: sheet.partNumber,
    categories: sheet.categories.map((path) => path.map((node) => node.name.fr).join(" › ")),
    safety: sheet.safety,
    guaranteeMonths: sheet.guaranteeMonths,
    gates: findings.get(id) ?? [],
    variants: sheet.variants.map((variant) => ({
      id: variant.id,
      title: variant.title,
      sku: variant.sku,
      gtins: gtins.filter((row) => row.variantId === variant.id).map((row) => row.gtin),
      offers: variant.offers.map(offerView),
    })),
    events: events.map((event) => ({
      id: event.id,
      kind: event.kind,
      otherId: event.other_id,
      actor: event.actor,
      reason: event.reason,
      at: event.at,
      canUndo: event.kind === "merged" && event.undone_at === null && event.product_id === id,
    })),
  }
}

interface EventRow {
  readonly id: string
  readonly kind: string
  readonly product_id: string
  readonly other_id: string | null
  readonly actor: string
  readonly reason: string | null
  readonly undone_at: Date | null
  readonly at: Date
}
