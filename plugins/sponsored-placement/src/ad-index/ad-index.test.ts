import type { Micros } from "@gondola/kit"
import fc from "fast-check"
import type { AuctionRules } from "../auction/columns"
import { holdAuction } from "../auction/hold-auction"
import { tieOf } from "../auction/tie"
import { AdIndex, type IndexedBid } from "./ad-index"
import { normalise, words } from "./normalise"
import { targetMatches, TARGET_KINDS, type PageContext } from "./target"

const WORDS = ["mug", "lampe", "bleu", "grand", "verre"]
const CATEGORIES = ["cuisine", "cuisine-mug", "salon"]
const rules: AuctionRules = { floor: 3 as Micros, thresholds: [0, 0, 0], maxPerBrand: 2, separation: 0, lambda: 0 }

const word = fc.constantFrom(...WORDS)
const bidOf = fc.record({
  adNo: fc.integer({ min: 1, max: 12 }),
  kind: fc.constantFrom(...TARGET_KINDS),
  keyword: fc.array(word, { minLength: 1, maxLength: 3 }),
  category: fc.constantFrom(...CATEGORIES),
  bid: fc.integer({ min: 1, max: 9 }),
})

/** An ad belongs to one campaign, advertiser, product and brand, whatever its target. */
const indexed = (raw: {
  adNo: number
  kind: IndexedBid["kind"]
  keyword: string[]
  category: string
  bid: number
}): IndexedBid => ({
  adNo: raw.adNo,
  campaignNo: raw.adNo % 5,
  advertiserNo: raw.adNo % 3,
  productId: `p${raw.adNo % 7}`,
  brand: `b${raw.adNo % 3}`,
  targetId: "t",
  kind: raw.kind,
  target: raw.kind === "CATEGORY" ? [raw.category] : raw.keyword,
  bid: raw.bid as Micros,
  weight: 1 + (raw.adNo % 4),
})

describe("ad index", () => {
  it("finds the winners and prices that a plain scan of all bids finds", () => {
    fc.assert(
      fc.property(
        fc.array(bidOf, { maxLength: 60 }),
        fc.array(word, { maxLength: 5 }),
        fc.subarray(CATEGORIES),
        fc.subarray([0, 1, 2, 3, 4, 5, 6]),
        fc.constantFrom(0, 1, 2, 3, 4),
        fc.integer({ min: 0, max: 1e6 }),
        (raw, query, categoryPath, products, stopped, seed) => {
          const bids = raw.map(indexed)
          const index = new AdIndex(bids)
          index.stop(stopped)
          index.setLeft((stopped + 1) % 5, 5)
          index.begin()
          for (const p of products) index.candidate(`p${p}`, p * 100)
          const page: PageContext = { words: query, categoryPath }
          const outcome = index.auction(page, rules, 100, seed)
          const best = new Map<number, IndexedBid>()
          for (const b of bids) {
            if (!targetMatches(b.kind, b.target, page) || b.campaignNo === stopped) continue
            if (b.campaignNo === (stopped + 1) % 5 && b.bid > 5) continue
            if (b.bid > (best.get(b.adNo)?.bid ?? 0)) best.set(b.adNo, b)
          }
          const expected = holdAuction(
            [...best.values()].map((b) => ({
              ad: b.adNo,
              advertiser: b.advertiserNo,
              brand: b.advertiserNo,
              product: b.adNo % 7,
              group: 0,
              bid: b.bid,
              weight: b.weight,
              value: 0,
              relevance: products.includes(b.adNo % 7) ? (b.adNo % 7) * 100 : -1,
            })),
            { ...rules, minRelevance: 100 },
            seed,
          )
          const actual = Array.from({ length: outcome.count }, (_, at) => ({
            ad: index.columns.ad[outcome.bid[at]!],
            slot: outcome.slot[at],
            price: outcome.price[at],
          }))
          expect(actual).toEqual(expected.map(({ ad, slot, price }) => ({ ad, slot, price })))
        },
      ),
      { numRuns: 3000 },
    )
  })

  it("starts again with more room when the caps block the best bids", () => {
    const bids = Array.from({ length: 200 }, (_, at) => ({
      ...indexed({ adNo: at, kind: "CATEGORY", keyword: [], category: "salon", bid: 400 - at }),
      productId: `p${at}`,
      brand: at < 180 ? "same" : `b${at}`,
      advertiserNo: at,
      weight: 1,
    }))
    const index = new AdIndex(bids)
    index.begin()
    bids.forEach((b) => index.candidate(b.productId, 1))
    const outcome = index.auction({ words: [], categoryPath: ["salon"] }, { ...rules, maxPerBrand: 1 }, 0, 1)
    expect([...outcome.bid.slice(0, outcome.count)]).toEqual([0, 180, 181])
    // Without the first, the brand's next bid would stand there; it is even a tie at 399.
    expect(outcome.price[0]).toBe(tieOf(1, 0) > tieOf(1, 1) ? 399 : 400)
  })

  it("brings keywords and queries to one form", () => {
    expect(normalise("  Mugs ÉMAILLÉS, bleus ")).toBe("mug emaille bleu")
    expect(words("Œuf & châteaux")).toEqual(["œuf", "chateau"])
    expect(normalise("gaz verre glass TV's")).toBe("gaz verre glass tv s")
  })
})
