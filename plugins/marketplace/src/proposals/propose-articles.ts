import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import { normalGtin } from "../catalogue/gtin"
import { readSetting } from "../catalogue/settings"
import { gatesOfDrafts } from "../gates/refresh-gates"
import { knexOf } from "../modules/marketplace/resolve"
import type { CatalogueMatch } from "../offers/create-offers"
import type { OfferDraft } from "../offers/offer-draft"
import { matchGtins } from "../offers/match-gtins"
import { readCategories } from "../read-model/read-categories"
import type { SellerRow } from "../sellers/seller-row"
import { catalogueDraftOf } from "./catalogue-draft-of"
import { createAccepted } from "./create-accepted"
import { findCandidates, type FoundCandidate } from "./find-candidates"
import type { ProposedArticle } from "./proposed-article"

export interface Proposal {
  readonly id: string
  /** The catalogue variant, where the house's rule accepted it at once. */
  readonly match?: CatalogueMatch
}

/** `autoAccept`: what is whole, green at every gate and unlike anything we have needs nobody's eye. */
export interface ProposalSetting {
  readonly autoAccept: boolean
}
export const PROPOSAL_SETTING: ProposalSetting = { autoAccept: true }

/**
 * Puts a seller's articles that the catalogue does not know to the operator, each with the products it may be; one
 * proposal per SKU is open at a time, and a second one replaces what the first said.
 */
export async function proposeArticles(
  container: MedusaContainer,
  seller: SellerRow,
  drafts: readonly OfferDraft[],
  runId: string | undefined,
): Promise<Proposal[]> {
  const { autoAccept } = await readSetting(container, "proposals", PROPOSAL_SETTING)
  const gatesOf = await gatesOfDrafts(container)
  const categories = new Set([...(await readCategories(container)).values()].map(({ handle }) => handle))
  const found = await findCandidates(
    container,
    drafts.map((draft) => draft.article!),
  )
  const rows = drafts.map((draft, index) => row(seller.id, draft, { candidates: found[index]!, runId }))
  const clear = (draft: OfferDraft, index: number): boolean =>
    autoAccept &&
    found[index]!.length === 0 &&
    normalGtin(draft.gtin ?? "") !== null &&
    categories.has(draft.article!.category ?? "") &&
    gatesOf(catalogueDraftOf(draft.article!, { gtin: draft.gtin!, key: rows[index]!.id })).length === 0
  const ids = await writeOpen(container, rows)
  const accepted = drafts.flatMap((draft, index) => (clear(draft, index) ? [{ draft, id: ids[index]! }] : []))
  if (accepted.length === 0) return ids.map((id) => ({ id }))

  await createAccepted(
    container,
    accepted.map(({ draft, id }) => ({ id, article: draft.article!, gtin: normalGtin(draft.gtin!)! })),
    "rule",
  )
  const matches = await matchGtins(
    container,
    accepted.map(({ draft }) => normalGtin(draft.gtin!)!),
  )
  const taken = new Set(accepted.map(({ id }) => id))
  return ids.map((id, index) => {
    const match = taken.has(id) ? matches.get(normalGtin(drafts[index]!.gtin!)!) : undefined
    return match ? { id, match } : { id }
  })
}

function row(
  sellerId: string,
  draft: OfferDraft,
  at: { readonly candidates: readonly FoundCandidate[]; readonly runId: string | undefined },
) {
  const { sku, price, stock, condition = "NEW", leadTimeDays = 2 } = draft
  return {
    id: generateEntityId(undefined, "propo"),
    seller_id: sellerId,
    sku,
    gtin: normalGtin(draft.gtin ?? ""),
    article: draft.article as ProposedArticle,
    offer: { price, stock, condition, leadTimeDays },
    candidates: at.candidates,
    run_id: at.runId ?? null,
  }
}

/** @returns the ids, of rows that were open already their own */
async function writeOpen(container: MedusaContainer, rows: readonly ReturnType<typeof row>[]): Promise<string[]> {
  const now = clockOf(container).now()
  const { rows: written } = await knexOf(container).raw<{ rows: { id: string; sku: string }[] }>(
    `insert into marketplace_proposal (id, seller_id, sku, gtin, state, article, offer, candidates, run_id, proposed_at)
     select f.id, f.seller_id, f.sku, f.gtin, 'open', f.article, f.offer, f.candidates, f.run_id, :now
     from jsonb_to_recordset(:rows::jsonb) as f(id text, seller_id text, sku text, gtin text, article jsonb, offer jsonb,
       candidates jsonb, run_id text)
     on conflict (seller_id, sku) where state = 'open' do update set gtin = excluded.gtin, article = excluded.article,
       offer = excluded.offer, candidates = excluded.candidates, run_id = excluded.run_id, proposed_at = excluded.proposed_at
     returning id, sku`,
    { rows: JSON.stringify(rows), now },
  )
  const bySku = new Map(written.map(({ id, sku }) => [sku, id]))
  return rows.map(({ sku }) => bySku.get(sku)!)
}
