import fc from "fast-check"
import { cents, micros, microsOf, sum, type Cents } from "@gondola/kit"
import { checkedJournal, owed, type Entry } from "@gondola/ledger"
import { chargeCommission } from "../commission/charge"
import { reversalFor } from "../commission/reversal"
import { aRule } from "../commission/rule.fixture"
import { feeVat } from "../vat/fee-vat"
import { nextPart, vatWithin } from "../vat/vat-within"
import { promisedDate } from "./promised-date"
import { refundJournal } from "./refund-journal"
import { saleJournal, type SoldGroup } from "./sale-journal"
import { sellerOrderState } from "./seller-order-state"
import { splitPayment } from "./split-payment"

const at = new Date("2026-11-20T10:00:00Z")
const french = feeVat({ countryCode: "fr", vatNumber: null })
const charge = (rateBps: number, goods: Cents, quantity: number) =>
  chargeCommission(
    aRule("r", 1, { rateBps }),
    { goods, quantity, shipping: cents(0), goodsVatBps: 2000, shippingVatBps: 2000 },
    french,
  )
const owedVat = (vat: number) => ({ vat: cents(vat), taxCode: "FR:2000" })
const fee = (net: number, vat: number) => ({ net: cents(net), vat: cents(vat), taxCode: "FR:2000" })

describe("worked case", () => {
  const groups: SoldGroup[] = [
    {
      sellerId: null,
      delivery: cents(500),
      deliveryVat: owedVat(83),
      lines: [{ title: "T-shirt", quantity: 2, total: cents(4000), vat: owedVat(667), commission: null }],
    },
    {
      sellerId: "A",
      delivery: cents(490),
      lines: [{ title: "Mug", quantity: 3, total: cents(3600), commission: fee(450, 90) }],
    },
    {
      sellerId: "B",
      delivery: cents(0),
      lines: [{ title: "Lamp", quantity: 1, total: cents(12900), commission: fee(1290, 258) }],
    },
  ]
  const sale = saleJournal({
    orderId: "o",
    number: 1,
    currency: "EUR",
    captured: cents(21490),
    occurredAt: at,
    groups,
  })
  const part = { lineId: "l", saleVat: null, commission: null, label: "x" }
  const refund = refundJournal({
    key: "k",
    orderId: "o",
    currency: "EUR",
    occurredAt: at,
    parts: [
      { ...part, sellerId: null, refund: cents(2000), saleVat: owedVat(333) },
      { ...part, sellerId: "A", refund: cents(2400), commission: fee(300, 60) },
      { ...part, sellerId: "B", refund: cents(11610), commission: fee(1161, 232) },
    ],
  })
  const book = [...checkedJournal(sale).entries, ...checkedJournal(refund).entries]

  it("books the sale and the refund to the cent", () => {
    expect(owed(sale.entries, "seller_payable", "A") - owed(book, "seller_payable", "A")).toBe(microsOf(cents(2040)))
    expect(owed(sale.entries, "seller_payable", "B") - owed(book, "seller_payable", "B")).toBe(microsOf(cents(10217)))
    expect(owed(refund.entries, "provider_clearing", null)).toBe(microsOf(cents(16010)))
    expect(owed(book, "shopper_refunds", null)).toBe(0)
  })

  it("keeps revenue net of VAT: captures less refunds are revenue, payables, commission and tax", () => {
    expect(owed(sale.entries, "retailer_revenue", null)).toBe(microsOf(cents(4500 - 750)))
    expect(owed(refund.entries, "retailer_revenue", null)).toBe(microsOf(cents(-(2000 - 333))))
    expect(owed(refund.entries, "commission_revenue", null)).toBe(microsOf(cents(-(300 + 1161))))
    expect(owed(refund.entries, "tax", null)).toBe(microsOf(cents(-(333 + 60 + 232))))
    const parts = [
      owed(book, "retailer_revenue", null),
      owed(book, "seller_payable", "A"),
      owed(book, "seller_payable", "B"),
      owed(book, "commission_revenue", null),
      owed(book, "tax", null),
    ]
    expect(parts.reduce<number>((a, b) => a + b, 0)).toBe(microsOf(cents(21490 - 16010)))
  })

  it("keeps a deemed supplier's VAT back from the seller", () => {
    const foreign = saleJournal({
      orderId: "o2",
      number: 2,
      currency: "EUR",
      captured: cents(1200),
      occurredAt: at,
      groups: [
        {
          sellerId: "C",
          delivery: cents(0),
          lines: [
            {
              title: "Fan",
              quantity: 1,
              total: cents(1200),
              vat: { vat: cents(200), taxCode: "IOSS:2000" },
              commission: null,
            },
          ],
        },
      ],
    })
    const { entries } = checkedJournal(foreign)
    expect(owed(entries, "seller_payable", "C")).toBe(microsOf(cents(1000)))
    expect(entries.find((entry) => entry.account === "tax")).toMatchObject({ kind: "sale_vat", taxCode: "IOSS:2000" })
  })
})

describe("random sales and refunds", () => {
  const line = fc.record({ unit: fc.integer({ min: 0, max: 50_000 }), quantity: fc.integer({ min: 1, max: 5 }) })
  const group = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    delivery: fc.integer({ min: 0, max: 2_000 }),
    rateBps: fc.integer({ min: 0, max: 10_000 }),
  })

  it("always add up to zero, and a full refund leaves every seller with nothing", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 4 }), (raw, steps) => {
        const sellers = raw.map((g, i) => {
          const lines = g.lines.map((l) => {
            const total = cents(l.unit * l.quantity)
            return { total, charge: charge(g.rateBps, total, l.quantity) }
          })
          return { id: i === 0 ? null : `s${i}`, delivery: cents(g.delivery), lines }
        })
        const captured = sum(sellers.map((s) => cents(s.delivery + sum(s.lines.map((l) => l.total)))))
        fc.pre(captured > 0)
        const book: Entry[] = [
          ...checkedJournal(
            saleJournal({
              orderId: "o",
              number: 1,
              currency: "EUR",
              captured,
              occurredAt: at,
              groups: sellers.map((s) => ({
                sellerId: s.id,
                delivery: s.delivery,
                lines: s.lines.map((l) => ({
                  title: "x",
                  quantity: 1,
                  total: l.total,
                  vat: s.id === null ? { vat: vatWithin(l.total, 550), taxCode: "FR:550" } : null,
                  commission: s.id === null ? null : l.charge,
                })),
              })),
            }),
          ).entries,
        ]
        for (const seller of sellers) {
          for (const l of seller.lines) {
            let state = {
              ...l.charge,
              reversedGross: cents(0),
              reversedBase: cents(0),
              reversedAmount: cents(0),
              reversedVat: cents(0),
            }
            let vatBack = cents(0)
            for (let step = 1; step <= steps; step++) {
              const upTo = cents(Math.floor((l.total * step) / steps))
              const refund = cents(upTo - state.reversedGross)
              const back = reversalFor(state, refund)
              state = {
                ...state,
                reversedGross: cents(state.reversedGross + back.gross),
                reversedAmount: cents(state.reversedAmount + back.amount),
                reversedVat: cents(state.reversedVat + back.vat),
              }
              const vat = nextPart(vatWithin(l.total, 550), l.total, upTo, vatBack)
              vatBack = cents(vatBack + vat)
              const commission = { net: cents(back.amount - back.vat), vat: back.vat, taxCode: "FR:2000" }
              const saleVat = seller.id === null ? { vat, taxCode: "FR:550" } : null
              book.push(...refunded([{ sellerId: seller.id, lineId: "l", refund, commission, saleVat, label: "x" }]))
            }
          }
          book.push(
            ...refunded([
              {
                sellerId: seller.id,
                lineId: null,
                refund: seller.delivery,
                commission: null,
                saleVat: null,
                label: "x",
              },
            ]),
          )
          if (seller.id) expect(owed(book, "seller_payable", seller.id)).toBe(0)
        }
        expect(book.reduce((a, e) => a + e.amount, 0)).toBe(0)
        for (const account of ["commission_revenue", "tax", "retailer_revenue", "shopper_refunds"] as const)
          expect([account, owed(book, account, null)]).toEqual([account, 0])
        expect(owed(book, "provider_clearing", null)).toBe(0)
      }),
    )
  })
})

function refunded(parts: Parameters<typeof refundJournal>[0]["parts"]): readonly Entry[] {
  if (parts.every((p) => p.refund === 0)) return []
  return checkedJournal(refundJournal({ key: "k", orderId: "o", currency: "EUR", occurredAt: at, parts })).entries
}

describe("payment shares", () => {
  it("are whole cents that add up to the capture, at both levels, whatever the fractions", () => {
    const amount = fc.integer({ min: 0, max: 500_000_000 }).map((n) => micros(n))
    fc.assert(
      fc.property(
        fc.array(fc.record({ lines: fc.array(amount, { minLength: 1, maxLength: 4 }), delivery: amount }), {
          minLength: 1,
          maxLength: 5,
        }),
        (groups) => {
          const exact = groups.reduce((a, g) => a + g.delivery + g.lines.reduce<number>((b, c) => b + c, 0), 0)
          const captured = cents(Math.round(exact / 10_000))
          const shares = splitPayment(captured, groups)
          expect(shares.reduce((a, s) => a + s.share, 0)).toBe(captured)
          for (const s of shares) expect(s.delivery + s.lines.reduce<number>((a, b) => a + b, 0)).toBe(s.share)
        },
      ),
    )
  })

  it("leave whole cents as they are", () => {
    const weight = (n: number): Cents => cents(n)
    expect(
      splitPayment(cents(4590), [
        { lines: [microsOf(weight(4000))], delivery: microsOf(weight(500)) },
        { lines: [microsOf(weight(90))], delivery: micros(0) },
      ]),
    ).toEqual([
      { share: 4500, lines: [4000], delivery: 500 },
      { share: 90, lines: [90], delivery: 0 },
    ])
  })
})

describe("state of a seller order", () => {
  const ORDER = ["TO_ACCEPT", "ACCEPTED", "PARTIALLY_SHIPPED", "SHIPPED", "DELIVERED"]

  it("only moves forward while parcels are added and arrive", () => {
    const line = fc
      .record({ quantity: fc.integer({ min: 1, max: 4 }), a: fc.nat(4), b: fc.nat(4), c: fc.nat(4), d: fc.nat(4) })
      .map(({ quantity, a, b, c, d }) => {
        const shipped = Math.min(a, quantity)
        const more = Math.min(shipped + b, quantity)
        const delivered = Math.min(c, shipped)
        return {
          before: { quantity, shipped, delivered },
          after: { quantity, shipped: more, delivered: Math.min(delivered + d, more) },
        }
      })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.boolean(), (lines, accepted) => {
        const rank = (state: string) => ORDER.indexOf(state)
        const before = sellerOrderState(
          accepted,
          lines.map((l) => l.before),
        )
        const after = sellerOrderState(
          true,
          lines.map((l) => l.after),
        )
        expect(rank(after)).toBeGreaterThanOrEqual(rank(before))
      }),
    )
  })

  it("is shipped only when every unit is", () => {
    expect(sellerOrderState(false, [{ quantity: 1, shipped: 0, delivered: 0 }])).toBe("TO_ACCEPT")
    expect(sellerOrderState(true, [{ quantity: 2, shipped: 1, delivered: 1 }])).toBe("PARTIALLY_SHIPPED")
    expect(sellerOrderState(true, [{ quantity: 2, shipped: 2, delivered: 1 }])).toBe("SHIPPED")
    expect(sellerOrderState(true, [{ quantity: 2, shipped: 2, delivered: 2 }])).toBe("DELIVERED")
  })
})

describe("promised date", () => {
  it("adds the longest lead time and the longest way in working days", () => {
    // 2026-11-20 is a Friday: Monday, Tuesday, Wednesday.
    expect(promisedDate(at, [1, 0], { minDays: 1, maxDays: 2 }).toISOString()).toBe("2026-11-25T10:00:00.000Z")
    expect(promisedDate(at, [], { minDays: 0, maxDays: 0 })).toEqual(at)
  })
})
