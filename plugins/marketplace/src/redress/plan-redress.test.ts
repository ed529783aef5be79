import fc from "fast-check"
import { cents } from "@gondola/kit"
import { moneyLeft, planMoney, planRedress, type RedressFacts, type RedressLineFacts } from "./plan-redress"

const line = (over: Partial<RedressLineFacts> = {}): RedressLineFacts => ({
  lineId: "l",
  quantity: 3,
  total: cents(3600),
  gone: 0,
  packed: 0,
  refunded: cents(0),
  ...over,
})
const facts = (lines: RedressLineFacts[], delivery = 490): RedressFacts => ({
  lines,
  delivery: cents(delivery),
  deliveryRefunded: cents(0),
})

describe("units that fall away", () => {
  it("give back their share, and the delivery only when nothing is left", () => {
    expect(planRedress(facts([line()]), [{ lineId: "l", quantity: 1 }])).toMatchObject({ delivery: 0, amount: 1200 })
    expect(planRedress(facts([line()]), [{ lineId: "l", quantity: 3 }])).toMatchObject({ delivery: 490, amount: 4090 })
    const half = facts([line(), line({ lineId: "m" })])
    expect(planRedress(half, [{ lineId: "l", quantity: 3 }]).delivery).toBe(0)
  })

  it("keep the delivery once a parcel has left", () => {
    const sent = facts([line({ packed: 2 })])
    expect(planRedress(sent, [{ lineId: "l", quantity: 1 }])).toMatchObject({ delivery: 0, amount: 1200 })
    expect(() => planRedress(sent, [{ lineId: "l", quantity: 2 }])).toThrow(RangeError)
  })

  it.each([
    [[{ lineId: "x", quantity: 1 }]],
    [[{ lineId: "l", quantity: 0 }]],
    [[{ lineId: "l", quantity: 4 }]],
    [[{ lineId: "l", quantity: 0.5 }]],
    [
      [
        { lineId: "l", quantity: 1 },
        { lineId: "l", quantity: 1 },
      ],
    ],
  ])("are refused when they do not exist: %j", (wanted) => {
    expect(() => planRedress(facts([line()]), wanted)).toThrow(RangeError)
  })

  it("add up to what was paid, in whatever portions they go", () => {
    const raw = fc.record({ quantity: fc.integer({ min: 1, max: 9 }), total: fc.nat(100_000) })
    fc.assert(
      fc.property(fc.array(raw, { minLength: 1, maxLength: 4 }), fc.nat(5000), fc.nat(), (lines, delivery, seed) => {
        let state = facts(
          lines.map((each, i) => line({ lineId: `l${i}`, quantity: each.quantity, total: cents(each.total) })),
          delivery,
        )
        let paidBack = 0
        for (let step = 0; state.lines.some((each) => each.quantity > each.gone); step++) {
          const open = state.lines.filter((each) => each.quantity > each.gone)
          const chosen = open[(seed + step) % open.length]!
          const quantity = 1 + ((seed + step) % (chosen.quantity - chosen.gone))
          const plan = planRedress(state, [{ lineId: chosen.lineId, quantity }])
          paidBack += plan.amount
          state = {
            ...state,
            deliveryRefunded: cents(state.deliveryRefunded + plan.delivery),
            lines: state.lines.map((each) =>
              each === chosen
                ? { ...each, gone: each.gone + quantity, refunded: cents(each.refunded + plan.lines[0]!.amount) }
                : each,
            ),
          }
        }
        expect(paidBack).toBe(lines.reduce((a, each) => a + each.total, 0) + delivery)
      }),
    )
  })

  it("never give back more than a dispute has left", () => {
    const paid = line({ refunded: cents(3000) })
    expect(planRedress(facts([paid], 0), [{ lineId: "l", quantity: 3 }]).amount).toBe(600)
  })
})

describe("money without goods", () => {
  it("fills the lines, then the delivery, and stops at what is left", () => {
    const two = facts([line({ refunded: cents(3500) }), line({ lineId: "m", total: cents(500) })])
    expect(moneyLeft(two, [])).toBe(1090)
    expect(planMoney(two, cents(700), [])).toEqual({
      lines: [
        { lineId: "l", quantity: 0, amount: 100 },
        { lineId: "m", quantity: 0, amount: 500 },
      ],
      delivery: 100,
      amount: 700,
    })
    expect(planMoney(two, cents(300), ["m"]).lines).toEqual([{ lineId: "m", quantity: 0, amount: 300 }])
    expect(() => planMoney(two, cents(1091), [])).toThrow(RangeError)
  })

  it("always adds up", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(10_000), { minLength: 1, maxLength: 5 }),
        fc.nat(2000),
        fc.nat(60_000),
        (totals, d, ask) => {
          const all = facts(
            totals.map((total, i) => line({ lineId: `l${i}`, total: cents(total) })),
            d,
          )
          const left = moneyLeft(all, [])
          if (ask > left) return expect(() => planMoney(all, cents(ask), [])).toThrow(RangeError)
          const plan = planMoney(all, cents(ask), [])
          expect(plan.lines.reduce((a, each) => a + each.amount, 0) + plan.delivery).toBe(ask)
        },
      ),
    )
  })
})
