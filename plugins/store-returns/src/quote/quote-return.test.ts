import fc from "fast-check"
import { cents, shareHalfUp } from "@gondola/kit"
import { type QuoteInput, quoteReturn } from "./quote-return"
import { sharesByTrader } from "./shares"
import { refundPerTender } from "./tenders"

/** The worked case: 214.90 € paid by one card. */
const worked: QuoteInput = {
  lines: [
    {
      lineId: "shirt",
      sellerId: null,
      traderName: "Maison",
      quantity: 2,
      total: cents(4000),
      returned: 0,
      refundable: cents(4000),
    },
    {
      lineId: "mug",
      sellerId: "A",
      traderName: "A",
      quantity: 3,
      total: cents(3600),
      returned: 0,
      refundable: cents(3600),
    },
    {
      lineId: "lamp",
      sellerId: "B",
      traderName: "B",
      quantity: 1,
      total: cents(12900),
      returned: 0,
      refundable: cents(12900),
    },
  ],
  deliveries: [
    { sellerId: null, traderName: "Maison", paid: cents(500), standard: cents(500), alreadyRefunded: cents(0) },
    { sellerId: "A", traderName: "A", paid: cents(490), standard: cents(490), alreadyRefunded: cents(0) },
  ],
  claims: [
    { lineId: "shirt", quantity: 1, basis: "WITHDRAWAL", deductionPercent: 0 },
    { lineId: "mug", quantity: 2, basis: "WITHDRAWAL", deductionPercent: 0 },
    { lineId: "lamp", quantity: 1, basis: "WITHDRAWAL", deductionPercent: 10 },
  ],
  withdrawnBefore: {},
}

describe("quote", () => {
  it("settles the worked case to the cent", () => {
    const quote = quoteReturn(worked)
    expect(quote).toMatchObject({ goods: 17300, deduction: 1290, delivery: 0, total: 16010 })
    expect(quote.lines.map((line) => line.refund)).toEqual([2000, 2400, 11610])
    const back = [shareHalfUp(cents(2400), 1500), shareHalfUp(cents(11610), 1200)]
    expect(back).toEqual([360, 1393])
    expect([2400 - 360, 11610 - 1393]).toEqual([2040, 10217])
    expect(2040 + 10217 + 2000 + 360 + 1393).toBe(quote.total)
  })

  it("refunds the standard delivery once everything that a trader sent is withdrawn", () => {
    const express = worked.deliveries.map((d) => (d.sellerId === "A" ? { ...d, paid: cents(990) } : d))
    const all = { ...worked, deliveries: express, claims: [{ ...worked.claims[1]!, quantity: 3 }] }
    expect(quoteReturn(all).deliveries).toEqual([{ sellerId: "A", traderName: "A", refund: 490 }])
    expect(quoteReturn(all).total).toBe(3600 + 490)
    const rest = { ...all, claims: [{ ...worked.claims[1]!, quantity: 1 }], withdrawnBefore: { mug: 2 } }
    expect(quoteReturn(rest).delivery).toBe(490)
    const twice = { ...all, deliveries: express.map((d) => ({ ...d, alreadyRefunded: cents(490) })) }
    expect(quoteReturn(twice).delivery).toBe(0)
    const conformity = { ...all, claims: [{ ...worked.claims[1]!, quantity: 3, basis: "CONFORMITY" as const }] }
    expect(quoteReturn(conformity).delivery).toBe(0)
  })

  it("gives back exactly what a line cost, however it is split over returns and claims", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }),
        (total, parts) => {
          const quantity = parts.reduce((a, b) => a + b, 0)
          let returned = 0
          let refunded = 0
          for (const part of parts) {
            const quote = quoteReturn({
              lines: [
                {
                  lineId: "l",
                  sellerId: null,
                  traderName: "",
                  quantity,
                  total: cents(total),
                  returned,
                  refundable: cents(total - refunded),
                },
              ],
              claims: [{ lineId: "l", quantity: part, basis: "COMMERCIAL", deductionPercent: 0 }],
              deliveries: [],
              withdrawnBefore: {},
            })
            refunded += quote.total
            returned += part
          }
          expect(refunded).toBe(total)
          const once = quoteReturn({
            lines: [
              {
                lineId: "l",
                sellerId: null,
                traderName: "",
                quantity,
                total: cents(total),
                returned: 0,
                refundable: cents(total),
              },
            ],
            claims: parts.map((part) => ({ lineId: "l", quantity: part, basis: "COMMERCIAL", deductionPercent: 0 })),
            deliveries: [],
            withdrawnBefore: {},
          })
          expect(once.total).toBe(total)
        },
      ),
    )
  })

  it("never gives back more than a line cost, whatever a dispute gave between the returns", () => {
    const unit = fc.record({ units: fc.integer({ min: 1, max: 3 }), money: fc.integer({ min: 0, max: 40_000 }) })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60_000 }),
        fc.array(unit, { minLength: 1, maxLength: 6 }),
        (paid, steps) => {
          const quantity = steps.reduce((a, step) => a + step.units, 0)
          let returned = 0
          let back = 0
          let redressed = 0
          for (const { units, money } of steps) {
            const dispute = Math.min(money, paid - back)
            back += dispute
            redressed += dispute
            // As the shop reads the line: what a dispute gave is off its price already.
            const total = cents(paid - redressed)
            const line = { lineId: "l", sellerId: null, traderName: "", quantity, total, returned }
            const quote = quoteReturn({
              lines: [{ ...line, refundable: cents(paid - back) }],
              claims: [{ lineId: "l", quantity: units, basis: "CONFORMITY", deductionPercent: 0 }],
              deliveries: [],
              withdrawnBefore: {},
            })
            expect(quote.total).toBeGreaterThanOrEqual(0)
            back += quote.total
            returned += units
            expect(back).toBeLessThanOrEqual(paid)
          }
        },
      ),
    )
  })

  it("never deducts under conformity and never below zero", () => {
    const claims = [{ ...worked.claims[2]!, basis: "CONFORMITY" as const, deductionPercent: 50 }]
    expect(quoteReturn({ ...worked, claims })).toMatchObject({ deduction: 0, total: 12900 })
  })

  it("names each trader once", () => {
    const part = (sellerId: string | null, traderName: string, refund: number) => ({
      sellerId,
      traderName,
      refund: cents(refund),
    })
    expect(sharesByTrader([part("B", "B", 3), part("A", "A", 1), part("B", "B", 2), part(null, "Z", 4)])).toEqual([
      part(null, "Z", 4),
      part("A", "A", 1),
      part("B", "B", 5),
    ])
  })
})

describe("tenders", () => {
  it("fills one payment after the other and never one above what it took", () => {
    const cent = fc.integer({ min: 0, max: 50_000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(cent, cent), { minLength: 1, maxLength: 5 }), cent, (pairs, total) => {
        const tenders = pairs.map(([captured, refunded], index) => ({
          paymentId: `p${index}`,
          captured: cents(captured),
          refunded: cents(refunded),
        }))
        const room = tenders.reduce((a, t) => a + Math.max(0, t.captured - t.refunded), 0)
        if (total > room) {
          expect(() => refundPerTender(cents(total), tenders)).toThrow(/nothing was refunded/)
          return
        }
        const refunds = refundPerTender(cents(total), tenders)
        expect(refunds.reduce((a, r) => a + r.amount, 0)).toBe(total)
        for (const refund of refunds) {
          const tender = tenders.find((t) => t.paymentId === refund.paymentId)!
          expect(refund.amount).toBeLessThanOrEqual(tender.captured - tender.refunded)
          expect(refund.amount).toBeGreaterThan(0)
        }
      }),
    )
  })
})
