import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import { words } from "../ad-index/normalise"
import type { AuctionRules } from "../auction/columns"
import type { Outcome } from "../auction/settle"
import { seedOf } from "../auction/tie"
import type { Snapshot } from "../live/snapshot"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"
import { disclosureOf, type Disclosure, type Locale } from "./disclosure"
import { openSlots } from "./open-slots"

export interface ShelfCandidate {
  readonly productId: string
  /** Text relevance, 0 to 1. */
  readonly relevance: number
  readonly pinned?: boolean
}

/** A result page as the search hands it over: in stock and buyable candidates in order, no person's data. */
export interface Shelf {
  /** Null on a category page. */
  readonly query: string | null
  readonly categoryPath: readonly string[]
  readonly candidates: readonly ShelfCandidate[]
  /** From 1. */
  readonly page: number
  readonly pageSize: number
  readonly locale: Locale
  /** Random id of the browser session, for duplicate clicks alone; it has no part in the auction. */
  readonly session: string | null
}

export interface SponsoredPlacement {
  readonly productId: string
  readonly slot: number
  readonly token: string
  readonly disclosure: Disclosure
  readonly hidesOrganic: true
}

/**
 * The auction for one result page. Contextual only: two visitors of the same page get the same ads. Ties are drawn by a
 * seed of page and day, so that who is equal takes turns by page and day and not by visitor.
 */
export async function placeSponsored(container: MedusaContainer, shelf: Shelf): Promise<SponsoredPlacement[]> {
  // Later pages show the same candidates' remainder: their ads would be the first page's again.
  if (shelf.page !== 1) return []
  const { live, tokens, events } = sponsoredOf(container)
  const now = clockOf(container).now()
  const snapshot = await live.current(now)
  const { settings } = snapshot
  const places = shelf.query === null ? settings.categorySlots : settings.searchSlots
  const slots = openSlots(places, shelf.candidates, shelf.pageSize)
  const query = words(shelf.query ?? "")
  const page = [shelf.query === null ? "category" : "search", query.join(" "), ...shelf.categoryPath].join("\0")
  const seed = seedOf(`${snapshot.day}\0${page}`)
  const outcome = auction(snapshot, shelf, { query, slots, seed })
  const auctionId = generateEntityId(undefined, "adauc")
  events.log({
    day: snapshot.day,
    id: auctionId,
    at: now,
    query: query.join(" "),
    categoryPath: shelf.categoryPath,
    entryScore: String(outcome.count < slots.length ? 0 : Math.min(...outcome.score.subarray(0, outcome.count))),
    seed: String(seed),
    winners: winnersOf(snapshot, outcome, slots),
  })
  if (outcome.count === 0) return []
  return dressed(snapshot, outcome, {
    slots,
    locale: shelf.locale,
    issue: (served) =>
      tokens.issue({
        auctionId,
        issuedAt: now.getTime(),
        pageHash: seedOf(page).toString(36),
        sessionHash: shelf.session ? tokens.sessionHash(shelf.session) : null,
        slots: served,
      }),
  })
}

function auction(
  { index, settings }: Snapshot,
  shelf: Shelf,
  { query, slots, seed }: { query: readonly string[]; slots: readonly number[]; seed: number },
): Outcome {
  const rules: AuctionRules = {
    floor: settings.floor,
    thresholds: slots.map(() => 0),
    maxPerBrand: settings.maxPerBrand,
    separation: 0,
    lambda: 0,
  }
  index.begin()
  for (const candidate of shelf.candidates)
    if (!candidate.pinned) index.candidate(candidate.productId, Math.round(candidate.relevance * 1e6))
  return index.auction({ words: query, categoryPath: shelf.categoryPath }, rules, settings.minRelevancePpm, seed)
}

const winnersOf = ({ index }: Snapshot, outcome: Outcome, slots: readonly number[]) =>
  Array.from({ length: outcome.count }, (_, at) => ({
    ad: index.columns.ad[outcome.bid[at]!]!,
    slot: slots[outcome.slot[at]!]!,
    price: outcome.priceAt(at),
    score: outcome.score[at]!,
  }))

interface Dressing {
  readonly slots: readonly number[]
  readonly locale: Locale
  issue(slots: Parameters<ReturnType<typeof sponsoredOf>["tokens"]["issue"]>[0]["slots"]): string
}

function dressed(snapshot: Snapshot, outcome: Outcome, { slots, locale, issue }: Dressing): SponsoredPlacement[] {
  const winners = Array.from({ length: outcome.count }, (_, at) => {
    const bid = snapshot.index.bids[outcome.bid[at]!]!
    return { bid, ad: snapshot.ads.get(bid.adNo)!, slot: slots[outcome.slot[at]!]!, price: outcome.priceAt(at) }
  })
  const token = issue(
    winners.map(({ bid, ad, slot, price }) => ({
      slot,
      adId: ad.adId,
      campaignId: ad.campaignId,
      advertiserId: ad.advertiserId,
      targetId: bid.targetId,
      productId: bid.productId,
      price,
    })),
  )
  return winners.map(({ bid, ad, slot }) => ({
    productId: bid.productId,
    slot,
    token,
    disclosure: disclosureOf(ad, snapshot.targets.get(bid.targetId)!, locale),
    hidesOrganic: true,
  }))
}
