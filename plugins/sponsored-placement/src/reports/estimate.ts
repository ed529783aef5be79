import { micros, type Micros } from "@gondola/kit"
import { targetMatches } from "../ad-index/target"
import type { CheckedTarget } from "../campaigns/campaign-input"

/** Auctions of the log that asked the same and had the same bar. */
export interface LoggedAuctions {
  readonly query: string
  readonly categoryPath: readonly string[]
  /** Score to beat for a place; 0 while one was free. */
  readonly entryScore: number
  readonly count: number
}

export interface Estimate {
  readonly eligibleViews: number
  readonly medianWinningBid: Micros
}

/**
 * From auctions that took place. The bid is what an ad of the given weight, like a new one, would have needed for a
 * place in half of them; the floor when nothing matched.
 */
export function estimate(
  auctions: readonly LoggedAuctions[],
  targets: readonly Pick<CheckedTarget, "kind" | "words">[],
  { weight, floor }: { weight: number; floor: Micros },
): Estimate {
  const compared = targets.map(({ kind, words }) => ({ kind, words: kind === "CATEGORY" ? [words] : words.split(" ") }))
  const needed: { bid: number; count: number }[] = []
  let eligibleViews = 0
  for (const auction of auctions) {
    const page = { words: auction.query === "" ? [] : auction.query.split(" "), categoryPath: auction.categoryPath }
    if (!compared.some((target) => targetMatches(target.kind, target.words, page))) continue
    eligibleViews += auction.count
    const bid = auction.entryScore > 0 ? Math.floor(auction.entryScore / weight) + 1 : 0
    needed.push({ bid: Math.max(floor, bid), count: auction.count })
  }
  needed.sort((a, b) => a.bid - b.bid)
  let seen = 0
  const median = needed.find((auction) => (seen += auction.count) * 2 >= eligibleViews)
  return { eligibleViews, medianWinningBid: micros(median?.bid ?? floor) }
}
