import fc from "fast-check"
import { type Cents, cents, microsOf } from "@gondola/kit"
import { afterReturnWindow } from "./after-return-window"
import type { PayableEntry, SellerOrderFact } from "./eligibility"
import { planPayout, type PayoutPlanInput } from "./plan-payout"

const NOW = new Date("2026-12-20T09:00:00Z")
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
const TERMS = { holdDays: 14, presumeDays: 30, minimum: cents(0), reserveTarget: cents(0) }

const order = (over: Partial<SellerOrderFact> = {}): SellerOrderFact => ({
  id: "so_1",
  state: "DELIVERED",
  shippedAt: daysAgo(22),
  deliveredAt: daysAgo(20),
  disputed: false,
  ...over,
})
let next = 0
const entry = (amount: number, of: SellerOrderFact | null = null): PayableEntry => ({
  id: String(++next),
  amount: microsOf(cents(amount)),
  occurredAt: daysAgo(25),
  order: of,
})
const plan = (entries: readonly PayableEntry[], over: Partial<PayoutPlanInput> = {}) =>
  planPayout({ entries, reserve: cents(0), terms: TERMS, blocks: [], now: NOW, ...over }, afterReturnWindow)

describe("eligibility", () => {
  const held = (over: Partial<SellerOrderFact>, at = NOW) =>
    afterReturnWindow(entry(100, order(over)), TERMS, at) as { payable: boolean; reason?: string; until?: Date | null }

  it("holds a sale to the last second of its return window and not one longer", () => {
    const deliveredAt = new Date("2026-12-01T10:00:00Z")
    expect(held({ deliveredAt }, new Date("2026-12-15T09:59:59Z"))).toEqual({
      payable: false,
      reason: "RETURN_WINDOW",
      until: new Date("2026-12-15T10:00:00Z"),
    })
    expect(held({ deliveredAt }, new Date("2026-12-15T10:00:00Z"))).toEqual({ payable: true })
  })

  it("holds what has not arrived, what is disputed, and counts a silent parcel as arrived in the end", () => {
    expect(held({ state: "ACCEPTED", shippedAt: null, deliveredAt: null }).reason).toBe("AWAITS_DELIVERY")
    expect(held({ state: "PARTIALLY_SHIPPED", shippedAt: daysAgo(90), deliveredAt: null }).reason).toBe(
      "AWAITS_DELIVERY",
    )
    expect(held({ disputed: true }).reason).toBe("DISPUTE")
    expect(held({ state: "SHIPPED", shippedAt: daysAgo(43), deliveredAt: null }).reason).toBe("RETURN_WINDOW")
    expect(held({ state: "SHIPPED", shippedAt: daysAgo(44), deliveredAt: null }).payable).toBe(true)
  })

  it("never holds fees, nor what is left of a refused order", () => {
    expect(afterReturnWindow(entry(-300), TERMS, NOW)).toEqual({ payable: true })
    expect(held({ state: "REFUSED", deliveredAt: null }).payable).toBe(true)
  })
})

describe("a payout", () => {
  it("pays what is payable less what is owed, and leaves what is held", () => {
    const done = order()
    const fresh = order({ id: "so_2", deliveredAt: daysAgo(3) })
    const entries = [entry(10_000, done), entry(-1_500, done), entry(-2_000), entry(9_900, fresh), entry(-990, fresh)]
    const answer = plan(entries)
    expect(answer).toEqual({
      kind: "pay",
      amount: 6_500,
      reserve: 0,
      claimed: entries.slice(0, 3).map((each) => each.id),
    })
  })

  it("carries a debt, covers it from the reserve as far as that goes, and pays nothing", () => {
    const debt = [entry(1_000, order()), entry(-5_000)]
    expect(plan(debt)).toMatchObject({ kind: "carry", why: "NEGATIVE", available: -4_000, fromReserve: 0 })
    expect(plan(debt, { reserve: cents(2_500) })).toMatchObject({ why: "NEGATIVE", fromReserve: 2_500 })
    expect(plan(debt, { reserve: cents(9_000) })).toMatchObject({ why: "NEGATIVE", fromReserve: 4_000 })
  })

  it("waits for the minimum", () => {
    const terms = { ...TERMS, minimum: cents(2_000) }
    expect(plan([entry(1_999)], { terms })).toMatchObject({ kind: "carry", why: "BELOW_MINIMUM", available: 1_999 })
    expect(plan([entry(2_000)], { terms })).toMatchObject({ kind: "pay", amount: 2_000 })
  })

  it("fills the reserve first and gives back what is above its target", () => {
    const terms = { ...TERMS, reserveTarget: cents(3_000) }
    expect(plan([entry(10_000)], { terms, reserve: cents(1_000) })).toMatchObject({ amount: 8_000, reserve: 2_000 })
    expect(plan([entry(500)], { terms, reserve: cents(1_000) })).toMatchObject({ kind: "carry", why: "NOTHING" })
    expect(plan([entry(500)], { terms, reserve: cents(4_000) })).toMatchObject({ amount: 1_500, reserve: -1_000 })
    expect(plan([], { reserve: cents(4_000) })).toMatchObject({ kind: "carry", why: "NOTHING" })
    expect(plan([entry(700), entry(-700)], { reserve: cents(4_000) })).toMatchObject({ amount: 4_000, reserve: -4_000 })
  })

  it("is blocked with its reasons, whatever is owed", () => {
    expect(plan([entry(5_000)], { blocks: ["ACCOUNT", "PAUSED"] })).toEqual({
      kind: "blocked",
      reasons: ["ACCOUNT", "PAUSED"],
      available: 5_000,
    })
    expect(plan([], { blocks: ["ACCOUNT"] })).toMatchObject({ kind: "carry", why: "NOTHING" })
  })

  const facts = fc.record({
    amount: fc.integer({ min: -50_000, max: 50_000 }).filter((n) => n !== 0),
    state: fc.constantFrom("TO_ACCEPT", "SHIPPED", "DELIVERED", "REFUSED", "NONE"),
    delivered: fc.integer({ min: 0, max: 40 }),
    disputed: fc.boolean(),
  })
  const world = fc.record({
    entries: fc.array(facts, { maxLength: 30 }),
    reserve: fc.integer({ min: 0, max: 20_000 }),
    target: fc.integer({ min: 0, max: 20_000 }),
    minimum: fc.integer({ min: 0, max: 20_000 }),
  })

  it("pays neither a debt nor more than is payable, touches nothing that is held, and loses no cent", () => {
    fc.assert(
      fc.property(world, ({ entries, reserve, target, minimum }) => {
        const rows = entries.map((each) =>
          entry(
            each.amount,
            each.state === "NONE"
              ? null
              : order({
                  state: each.state,
                  deliveredAt: each.state === "DELIVERED" ? daysAgo(each.delivered) : null,
                  disputed: each.disputed,
                }),
          ),
        )
        const terms = { ...TERMS, minimum: cents(minimum), reserveTarget: cents(target) }
        const answer = plan(rows, { terms, reserve: cents(reserve) })
        const free = new Set(rows.filter((row) => afterReturnWindow(row, terms, NOW).payable).map((row) => row.id))
        const available = rows.filter((row) => free.has(row.id)).reduce((a, row) => a + row.amount / 10_000, 0)
        if (answer.kind !== "pay") {
          if (answer.kind === "carry") {
            expect(answer.fromReserve).toBeLessThanOrEqual(reserve)
            expect(answer.fromReserve).toBeLessThanOrEqual(Math.max(0, -available))
          }
          return
        }
        expect(answer.amount).toBeGreaterThan(0)
        expect(answer.amount).toBeGreaterThanOrEqual(minimum)
        expect(available).toBeGreaterThanOrEqual(0)
        expect(answer.amount + answer.reserve).toBe(available)
        expect(reserve + answer.reserve).toBeGreaterThanOrEqual(0)
        expect(reserve + answer.reserve).toBeLessThanOrEqual(Math.max(target, reserve))
        expect([...answer.claimed].sort()).toEqual([...free].sort())
      }),
      { numRuns: 500 },
    )
  })

  it("pays out in the end exactly what was earned, however it is cut into days", () => {
    const day = fc.array(fc.integer({ min: -3_000, max: 9_000 }), { maxLength: 6 })
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 5_000 }),
        (days, target) => {
          let open: PayableEntry[] = []
          let reserve = 0
          let paid = 0
          let earned = 0
          const step = (amounts: readonly number[], reserveTarget: number) => {
            open = [...open, ...amounts.filter((amount) => amount !== 0).map((amount) => entry(amount))]
            earned += amounts.reduce((a, b) => a + b, 0)
            const terms = { ...TERMS, reserveTarget: cents(reserveTarget) }
            const answer = plan(open, { terms, reserve: reserve as Cents })
            if (answer.kind === "pay") {
              paid += answer.amount
              reserve += answer.reserve
              const taken = new Set(answer.claimed)
              open = open.filter((each) => !taken.has(each.id))
            } else if (answer.kind === "carry" && answer.fromReserve > 0) {
              reserve -= answer.fromReserve
              open = [...open, entry(answer.fromReserve)]
            }
          }
          for (const amounts of days) step(amounts, target)
          const left = () => open.reduce((a, each) => a + each.amount / 10_000, 0)
          expect(paid + reserve + left()).toBe(earned)
          step([], 0)
          step([], 0)
          expect(paid + reserve + left()).toBe(earned)
          expect(left()).toBeLessThanOrEqual(0)
        },
      ),
      { numRuns: 300 },
    )
  })
})
