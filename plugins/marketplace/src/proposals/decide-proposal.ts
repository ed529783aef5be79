import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, cents, clockOf, conflict, notFound } from "@gondola/kit"
import { recordCatalogueEvent } from "../catalogue/catalogue-events"
import { readCategories } from "../read-model/read-categories"
import { knexOf } from "../modules/marketplace/resolve"
import { saveOffers } from "../offers/save-offers"
import type { Condition } from "../offers/offer-draft"
import { createAccepted } from "./create-accepted"
import type { ProposedArticle } from "./proposed-article"
import { gtinOfVariant } from "./gtin-of-variant"
import { tellSeller } from "./tell-seller"

export interface ProposalRow {
  readonly id: string
  readonly seller_id: string
  readonly sku: string
  readonly gtin: string | null
  readonly state: "open" | "accepted" | "linked" | "rejected"
  readonly article: ProposedArticle
  readonly offer: { price: number; stock: number; condition: Condition; leadTimeDays: number }
}

interface Decision {
  readonly id: string
  readonly actor: string
}

/** A new product of the catalogue, and the seller's offer on it as a draft. @throws NOT_FOUND | CONFLICT | BAD_INPUT */
export async function acceptProposal(
  container: MedusaContainer,
  { id, actor, category }: Decision & { readonly category?: string | null },
): Promise<void> {
  const proposal = await openProposal(container, id)
  const article = category ? { ...proposal.article, category } : proposal.article
  if (!article.category) throw badInput("Choose the category of the new product")
  const known = [...(await readCategories(container)).values()].some(({ handle }) => handle === article.category)
  if (!known) throw badInput(`There is no category ${article.category}; choose one`)
  const made = await createAccepted(container, [{ id, article, gtin: proposal.gtin }], actor)
  await recordCatalogueEvent(container, { kind: "accepted", productId: made.get(id)!, actor, detail: { proposal: id } })
  await finish(container, proposal, { productId: made.get(id)! })
}

/** The article is one that the catalogue has: the GTIN, where it has one, now names it. @throws as above */
export async function linkProposal(
  container: MedusaContainer,
  { id, actor, variantId }: Decision & { readonly variantId: string },
): Promise<void> {
  const proposal = await openProposal(container, id)
  const knex = knexOf(container)
  const variant = (await knex("product_variant as v")
    .join("marketplace_product_sheet as s", "s.product_id", "v.product_id")
    .where("v.id", variantId)
    .whereNull("v.deleted_at")
    .whereNull("s.owner_seller_id")
    .first("v.id", "v.product_id as productId")) as { id: string; productId: string } | undefined
  if (!variant) throw notFound("This catalogue variant")
  await knex.transaction(async (trx) => {
    if (proposal.gtin)
      await trx("marketplace_gtin")
        .insert({ gtin: proposal.gtin, product_id: variant.productId, variant_id: variantId })
        .onConflict("gtin")
        .ignore()
    await trx("marketplace_proposal")
      .where({ id, state: "open" })
      .update({
        state: "linked",
        product_id: variant.productId,
        decided_by: actor,
        decided_at: clockOf(container).now(),
      })
  })
  await recordCatalogueEvent(container, {
    kind: "linked",
    productId: variant.productId,
    actor,
    detail: { proposal: id, gtin: proposal.gtin },
  })
  await finish(container, proposal, { productId: variant.productId, variantId })
}

/** @throws BAD_INPUT without a reason */
export async function rejectProposal(
  container: MedusaContainer,
  { id, actor, reason }: Decision & { readonly reason: string },
): Promise<void> {
  if (!reason.trim()) throw badInput("A rejection needs a reason: the seller reads it")
  const proposal = await openProposal(container, id)
  await knexOf(container)("marketplace_proposal")
    .where({ id, state: "open" })
    .update({ state: "rejected", reason: reason.trim(), decided_by: actor, decided_at: clockOf(container).now() })
  await tellSeller(container, proposal, reason.trim())
}

async function openProposal(container: MedusaContainer, id: string): Promise<ProposalRow> {
  const row = (await knexOf(container)("marketplace_proposal").where({ id }).first()) as ProposalRow | undefined
  if (!row) throw notFound("This proposal")
  if (row.state !== "open") throw conflict(`This proposal is ${row.state} already`)
  return row
}

/** The seller's offer, as a draft: it is the seller who publishes. */
async function finish(
  container: MedusaContainer,
  proposal: ProposalRow,
  on: { readonly productId: string; readonly variantId?: string },
): Promise<void> {
  const { price, stock, condition, leadTimeDays } = proposal.offer
  const gtin = await gtinOfVariant(container, on)
  const [saved] = await saveOffers(
    container,
    proposal.seller_id,
    [{ sku: proposal.sku, gtin, price: cents(price), stock, condition, leadTimeDays }],
    { newState: "draft" },
  )
  const offerId = saved?.ok && saved.change !== "proposed" ? saved.offerId : null
  await knexOf(container)("marketplace_proposal").where({ id: proposal.id }).update({ offer_id: offerId })
  await tellSeller(container, proposal, null)
}
