import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf } from "@gondola/kit"
import { WEB_SCOPE, type Card } from "../catalogue/document"
import { filterGroups, type FacetFilterInput } from "../facets/fields"
import { presentFacets, type FacetView } from "../facets/present-facets"
import type SearchandisingModuleService from "../modules/searchandising/service"
import type { Locale, Shelf, SponsoredPlacement } from "../ports"
import { ENOUGH, WINDOW } from "../query/ladder"
import { NO_FACETS, type RetrievalPlan } from "../providers/postgres/plan"
import { categoryTree } from "./categories"
import { engineOf } from "./engine"
import { orderHits } from "./order-hits"
import { retrieveOrRelax, type Relaxed } from "./relax"
import { Trace, type Step } from "./trace"
import { normalise } from "../text/tokens"
import { understand, type Understood } from "./understand"

export type Sort = "RELEVANCE" | "PRICE_ASC" | "PRICE_DESC" | "NEWEST"

export interface SearchRequest {
  readonly query: string | null
  readonly category: string | null
  readonly filters: readonly FacetFilterInput[]
  readonly sort: Sort
  readonly page: number
  readonly pageSize: number
  readonly locale: Locale
  readonly explain: boolean
  readonly session: string | null
  /** False where nobody looks at the facets: they are half the work. */
  readonly facets?: boolean
}

export interface Hit {
  readonly card: Card
  readonly rank: number
  readonly pinned: boolean
  readonly explain: readonly Step[]
}

export interface SearchAnswer {
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly hits: readonly Hit[]
  readonly facets: readonly FacetView[]
  readonly sponsored: readonly (SponsoredPlacement & { readonly card: Card })[]
  readonly correctedQuery: string | null
  readonly relaxed: Relaxed | null
  readonly tookMs: number
  readonly plan: readonly Step[]
}

type SponsoredSlots = (shelf: Shelf) => Promise<readonly SponsoredPlacement[]>

const SORTS: Readonly<Record<Sort, RetrievalPlan["sort"]>> = {
  RELEVANCE: null,
  PRICE_ASC: { field: "price", descending: false },
  PRICE_DESC: { field: "price", descending: true },
  NEWEST: { field: "released", descending: true },
}

const MAX_PAGE_SIZE = 96
const MAX_QUERY = 200
/** Deeper pages cost more than anybody reads. */
const MAX_DEPTH = 10_000
const ALL_FACETS: RetrievalPlan["facets"] = {
  fields: ["brand", "categories", "sellers", "conditions", "shops"],
  dynamic: 8,
  valuesPerField: 30,
  histogram: "price",
}

/**
 * The whole evaluation: understand the words, retrieve inside the scope, rank anew, put pins, let the auction have its
 * places, never end on nothing. Every step leaves a line for explain.
 */
export async function search(
  container: MedusaContainer,
  module: SearchandisingModuleService,
  request: SearchRequest,
  sponsoredSlots?: SponsoredSlots,
): Promise<SearchAnswer> {
  const started = performance.now()
  check(request)
  const trace = new Trace()
  const engine = engineOf(container)
  const [rules, tree] = await Promise.all([module.rules.current(), categoryTree(container, module)])
  const { locale, category } = request
  const path = category === null ? [] : tree.path(category)
  const asked = request.query?.trim() ? request.query.trim() : null
  const understood = asked ? await understand(engine, asked, rules.expansions(locale), trace) : null
  const pins =
    request.sort === "RELEVANCE" ? rules.pins({ query: asked, category: asked === null ? category : null }) : []
  const filters = filterGroups(request.filters)
  const inCategory = category === null ? [] : [{ field: "categories", values: [category], selective: true }]
  const offset = (request.page - 1) * request.pageSize
  const inWindow = request.sort === "RELEVANCE" && offset < WINDOW
  const plan: RetrievalPlan = {
    terms: understood?.terms ?? [],
    rareTerms: understood?.rare ?? [],
    typeWords: understood?.typeWords ?? [],
    // Sorted by price, a loose match at the top would be a wrong one: only an empty result is filled.
    enough: request.sort === "RELEVANCE" ? ENOUGH : 1,
    scope: [{ field: "scope", values: [WEB_SCOPE] }, ...inCategory],
    filters,
    facets: request.facets === false ? NO_FACETS : ALL_FACETS,
    sort: SORTS[request.sort],
    skip: inWindow ? 0 : offset,
    take: inWindow ? Math.max(WINDOW, offset + request.pageSize) : request.pageSize,
    present: pins.map((pin) => pin.productId),
    locale,
  }
  const { result, relaxed } = await retrieveOrRelax(engine, plan, { asked, locale, typed: understood }, trace)
  const ordered = orderHits({ result, understood, pins, ranked: request.sort === "RELEVANCE" }, trace)
  const pageHits = inWindow ? ordered.slice(offset, offset + request.pageSize) : ordered.slice(0, request.pageSize)
  const sponsored = await place(sponsoredSlots, shelfOf(request, understood, path, ordered), ordered, trace)
  const taken = new Set(sponsored.map((placement) => placement.productId))
  const shown = pageHits.filter((hit) => !taken.has(hit.id))
  const cards = await engine.cards([...shown.map((hit) => hit.id), ...taken])
  const total = result.total + ordered.filter((hit) => hit.added).length
  if (asked && request.page === 1 && filters.length === 0)
    module.log.note(normalise(asked), locale, relaxed?.kind === "POPULAR" ? 0 : total, clockOf(container).now())
  return {
    total,
    page: request.page,
    pageSize: request.pageSize,
    hits: shown.flatMap((hit, i) => {
      const card = cards.get(hit.id)
      return card
        ? [{ card, rank: offset + i + 1, pinned: hit.pinned, explain: request.explain ? hit.explain : [] }]
        : []
    }),
    facets: presentFacets(result, { locale, filters, treeNodes: tree.around(category, locale) }),
    sponsored: sponsored.flatMap((placement) => {
      const card = cards.get(placement.productId)
      return card ? [{ ...placement, card }] : []
    }),
    correctedQuery: understood?.corrected ?? null,
    relaxed,
    tookMs: Math.round((performance.now() - started) * 10) / 10,
    plan: request.explain ? trace.steps : [],
  }
}

function check(request: SearchRequest): void {
  if (!Number.isInteger(request.page) || request.page < 1) throw badInput("page starts at 1")
  if (!Number.isInteger(request.pageSize) || request.pageSize < 1 || request.pageSize > MAX_PAGE_SIZE)
    throw badInput(`pageSize goes from 1 to ${MAX_PAGE_SIZE}`)
  if (request.page * request.pageSize > MAX_DEPTH) throw badInput(`Only the first ${MAX_DEPTH} results can be paged`)
  if ((request.query?.length ?? 0) > MAX_QUERY) throw badInput(`A query has at most ${MAX_QUERY} letters`)
}

type Ordered = ReturnType<typeof orderHits>

function shelfOf(request: SearchRequest, understood: Understood | null, path: readonly string[], hits: Ordered): Shelf {
  const best = Math.max(0, ...hits.map((hit) => hit.score))
  return {
    query: understood ? understood.tokens.join(" ") : null,
    tokens: understood?.tokens ?? [],
    categoryPath: path,
    candidates: hits.map((hit) => ({
      productId: hit.id,
      relevance: understood && best > 0 ? Math.min(1, hit.score / best) : 1,
      brand: hit.brand,
      ...(hit.pinned ? { pinned: true } : {}),
    })),
    page: request.page,
    pageSize: request.pageSize,
    locale: request.locale,
    session: request.session,
  }
}

/** An ad outside the result is dropped, and an auction that fails costs the page nothing but its ads. */
async function place(slots: SponsoredSlots | undefined, shelf: Shelf, hits: Ordered, trace: Trace) {
  if (!slots || shelf.candidates.length === 0) return []
  try {
    const known = new Set(hits.map((hit) => hit.id))
    const placements = (await slots(shelf)).filter((placement) => known.has(placement.productId))
    trace.step("sponsored", "ADS", { placed: placements.length, candidates: shelf.candidates.length })
    return placements
  } catch (error) {
    trace.step("sponsored", "ADS_LEFT_OUT", { reason: (error as Error).message })
    return []
  }
}
