import type { Micros } from "@gondola/kit"
import { emptyColumns, type AuctionRules } from "./columns"
import { Field } from "./field"
import { Outcome, settle } from "./settle"

/** One bid as a plain object: for replays, tests and the explain view. The live path keeps columns instead. */
export interface AuctionBid {
  readonly ad: number
  readonly advertiser: number
  readonly brand: number
  readonly product: number
  readonly group: number
  readonly bid: Micros
  readonly weight: number
  readonly value: number
  readonly relevance: number
}

export interface AuctionWinner {
  readonly ad: number
  readonly slot: number
  readonly price: Micros
  readonly score: number
}

/** What comes before bids: a bid below the floor or a product below the relevance threshold is not in the auction. */
export const passesGate = (bid: number, relevance: number, floor: number, minRelevance: number): boolean =>
  bid >= floor && relevance >= minRelevance

/** The whole mechanism over plain bids. The order of `bids` does not matter. */
export function holdAuction(
  bids: readonly AuctionBid[],
  rules: AuctionRules & { readonly minRelevance: number },
  seed: number,
): AuctionWinner[] {
  const columns = emptyColumns(bids.length)
  bids.forEach((bid, at) => {
    for (const key of ["ad", "advertiser", "brand", "product", "group", "bid", "weight", "value"] as const)
      columns[key][at] = bid[key]
  })
  const field = new Field()
  const outcome = new Outcome()
  for (let room = 8; ; room *= 4) {
    field.open(columns, seed, room)
    bids.forEach((bid, at) => {
      if (passesGate(bid.bid, bid.relevance, rules.floor, rules.minRelevance))
        field.offer(at, bid.bid * bid.weight + rules.lambda * bid.value)
    })
    if (settle({ rules, field }, outcome)) break
  }
  return Array.from({ length: outcome.count }, (_, at) => ({
    ad: columns.ad[outcome.bid[at]!]!,
    slot: outcome.slot[at]!,
    price: outcome.priceAt(at),
    score: outcome.score[at]!,
  }))
}
