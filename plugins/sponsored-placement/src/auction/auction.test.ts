import type { Micros } from "@gondola/kit"
import fc from "fast-check"
import type { AuctionRules } from "./columns"
import { holdAuction, type AuctionBid, type AuctionWinner } from "./hold-auction"
import { ceilDiv } from "./price"
import { tieOf } from "./tie"

type Rules = AuctionRules & { readonly minRelevance: number }
interface Case {
  readonly bids: AuctionBid[]
  readonly rules: Rules
  readonly seed: number
}

/** mulberry32: a seeded stream, so that a failure can be looked at again. */
function stream(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** Small numbers on purpose: ties, shared brands and products, full caps and empty slots in nearly every auction. */
function randomCase(next: (below: number) => number): Case {
  const wide = next(8) === 0
  const bids = Array.from({ length: 1 + next(7) }, (_, at): AuctionBid => ({
    ad: at * 7 + next(7),
    advertiser: 1 + next(4),
    brand: 1 + next(3),
    product: 1 + next(5),
    group: next(3),
    bid: (1 + next(wide ? 2_000_000 : 8)) as Micros,
    weight: wide ? 1 + next(1_000_000) : 1 + next(3),
    value: next(7) - 3,
    relevance: next(4),
  }))
  const slots = 1 + next(4)
  const threshold = next(2) === 0 ? 0 : next(8)
  return {
    bids,
    rules: {
      floor: (1 + next(3)) as Micros,
      thresholds: Array.from({ length: slots }, () => (next(3) === 0 ? next(10) : threshold)),
      maxPerBrand: 1 + next(3),
      separation: next(3),
      lambda: [0, 0, 1, 2, -1][next(5)]!,
      minRelevance: next(3),
    },
    seed: next(2 ** 31),
  }
}

const scoreOf = (bid: AuctionBid, rules: Rules) => bid.bid * bid.weight + rules.lambda * bid.value

/** The rules of the specification, written as plainly as possible and apart from the code under test. */
function plainGreedy(bids: readonly AuctionBid[], rules: Rules, seed: number): (AuctionBid | null)[] {
  const waiting = bids
    .filter((b) => b.bid >= rules.floor && b.relevance >= rules.minRelevance)
    .sort((a, b) => scoreOf(b, rules) - scoreOf(a, rules) || tieOf(seed, b.ad) - tieOf(seed, a.ad) || a.ad - b.ad)
  const page: (AuctionBid | null)[] = []
  for (const threshold of rules.thresholds) {
    const best = waiting.find(
      (b) =>
        !page.some((p) => p?.product === b.product) &&
        page.filter((p) => p?.brand === b.brand).length < rules.maxPerBrand &&
        !page.some((p, at) => p && b.group !== 0 && p.group === b.group && page.length - at <= rules.separation),
    )
    page.push(best && scoreOf(best, rules) >= threshold ? best : null)
  }
  return page
}

/** Does the ad get `slot` or better with this bid, none of its advertiser's other ads in the auction? */
function holds(c: Case, ad: AuctionBid, bid: number, slot: number): boolean {
  const others = c.bids.filter((b) => b.advertiser !== ad.advertiser)
  const page = plainGreedy([...others, { ...ad, bid: bid as Micros }], c.rules, c.seed)
  const at = page.findIndex((p) => p?.ad === ad.ad)
  return at >= 0 && at <= slot
}

const byAd = (c: Case, winner: AuctionWinner) => c.bids.find((b) => b.ad === winner.ad)!

function priceFault(c: Case, winner: AuctionWinner, count: { clamped: number }): string | null {
  const ad = byAd(c, winner)
  if (winner.price < c.rules.floor || winner.price > ad.bid) return "out of bounds"
  if (!holds(c, ad, ad.bid, winner.slot)) {
    count.clamped++
    return winner.price === ad.bid ? null : "should be the bid"
  }
  if (!holds(c, ad, winner.price, winner.slot)) return "too low to keep the slot"
  if (winner.price > c.rules.floor && holds(c, ad, winner.price - 1, winner.slot)) return "a micro less would do"
  return null
}

describe("auction", () => {
  it("a million small auctions: winners, bounds and critical bid against brute force", () => {
    const next = stream(20261122)
    const count = { winners: 0, clamped: 0, tied: 0 }
    for (let n = 0; n < 1_000_000; n++) {
      const c = randomCase(next)
      const winners = holdAuction(c.bids, c.rules, c.seed)
      const page = plainGreedy(c.bids, c.rules, c.seed)
      if (winners.length !== page.filter(Boolean).length) throw new Error(`winners of ${JSON.stringify(c)}`)
      for (const winner of winners) {
        count.winners++
        if (page[winner.slot]?.ad !== winner.ad) throw new Error(`slot ${winner.slot} of ${JSON.stringify(c)}`)
        if (c.bids.some((b) => b.ad !== winner.ad && scoreOf(b, c.rules) === winner.score)) count.tied++
        const fault = priceFault(c, winner, count)
        if (fault) throw new Error(`${fault}: ${JSON.stringify({ winner, ...c })}`)
      }
    }
    expect(count.winners).toBeGreaterThan(1_000_000)
    expect(count.tied).toBeGreaterThan(100_000)
    // Reached only when two ads of one advertiser hold back rivals together; never the rule.
    expect(count.clamped).toBeLessThan(count.winners / 100)
  }, 300_000)

  it("replays exactly, whatever the order the bids arrive in", () => {
    const next = stream(7)
    for (let n = 0; n < 50_000; n++) {
      const c = randomCase(next)
      const again = [...c.bids].sort((a, b) => tieOf(n, a.ad) - tieOf(n, b.ad))
      expect(JSON.stringify(holdAuction(again, c.rules, c.seed))).toBe(
        JSON.stringify(holdAuction(c.bids, c.rules, c.seed)),
      )
    }
  })

  it("is monotone: a higher bid never gets a worse slot and never moves the price of a slot that is kept", () => {
    const next = stream(11)
    for (let n = 0; n < 100_000; n++) {
      const c = randomCase(next)
      const winners = holdAuction(c.bids, c.rules, c.seed)
      const winner = winners[next(Math.max(1, winners.length))]
      if (!winner) continue
      const raised = c.bids.map((b) => (b.ad === winner.ad ? { ...b, bid: (b.bid + 1 + next(5)) as Micros } : b))
      const after = holdAuction(raised, c.rules, c.seed).find((w) => w.ad === winner.ad)
      if (!after || after.slot > winner.slot) throw new Error(`worse slot: ${JSON.stringify({ winner, after, ...c })}`)
      const clamped = !holds(c, byAd(c, winner), byAd(c, winner).bid, winner.slot)
      if (after.slot === winner.slot && after.price !== winner.price && !clamped)
        throw new Error(`price moved: ${JSON.stringify({ winner, after, ...c })}`)
    }
  })

  it("a second ad of one advertiser never raises the price of its first", () => {
    const next = stream(13)
    for (let n = 0; n < 40_000; n++) {
      const c = randomCase(next)
      for (const winner of holdAuction(c.bids, c.rules, c.seed)) {
        const ad = byAd(c, winner)
        if (!holds(c, ad, ad.bid, winner.slot)) continue
        const alone = c.bids.filter((b) => b.ad === ad.ad || b.advertiser !== ad.advertiser)
        const before = holdAuction(alone, c.rules, c.seed).find((w) => w.ad === ad.ad)
        if (before && winner.price > before.price) throw new Error(JSON.stringify({ before, winner, ...c }))
      }
    }
  })

  it("lets no bid buy its way past the relevance gate or below the floor", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 99 }), (seed, relevance) => {
        const c = randomCase(stream(seed))
        const rich: AuctionBid = { ...c.bids[0]!, ad: 999, bid: 10_000_000 as Micros, relevance }
        const rules = { ...c.rules, minRelevance: 100 }
        return !holdAuction([...c.bids, rich], rules, c.seed).some((w) => w.ad === 999)
      }),
    )
  })

  it("divides up exactly where a double's quotient would round", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.maxSafeNat(), (w, a) => {
        const exact = (BigInt(a) + BigInt(w) - 1n) / BigInt(w)
        return BigInt(ceilDiv(a, w)) === exact
      }),
      { numRuns: 20_000 },
    )
  })

  it("charges one micro more when equality would lose the tie", () => {
    const bid = (ad: number, micros: number): AuctionBid => ({
      ad,
      advertiser: ad,
      brand: ad,
      product: ad,
      group: 0,
      bid: micros as Micros,
      weight: 1_000_000,
      value: 0,
      relevance: 1,
    })
    const rules: Rules = {
      floor: 1 as Micros,
      thresholds: [0],
      maxPerBrand: 1,
      separation: 0,
      lambda: 0,
      minRelevance: 0,
    }
    const [first, second] = tieOf(1, 1) > tieOf(1, 2) ? [1, 2] : [2, 1]
    expect(holdAuction([bid(first, 90), bid(second, 70)], rules, 1)[0]).toMatchObject({ ad: first, price: 70 })
    expect(holdAuction([bid(first, 70), bid(second, 90)], rules, 1)[0]).toMatchObject({ ad: second, price: 71 })
  })
})
