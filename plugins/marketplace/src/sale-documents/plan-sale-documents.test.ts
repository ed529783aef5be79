import { cents } from "@gondola/kit"
import fc from "fast-check"
import { planMoney, planRedress, waitingOf } from "../redress/plan-redress"
import { vatWithin } from "../vat/vat-within"
import { type BillableLine, type IssuedPart, planCredits, planInvoices, shareOfFirst } from "./plan-sale-documents"

/** One trader's part lived through: what is sent, what falls away, what is given back, with its documents. */
class Part {
  issued: IssuedPart[] = []
  paidBack = 0
  #parcels: { id: string; units: Map<string, number> }[] = []
  #lines: (BillableLine & { lineId: string; packed: number })[]
  #delivery: BillableLine

  constructor(goods: readonly { quantity: number; total: number }[], delivery: number) {
    const line = (total: number) => ({ total: cents(total), vat: vatWithin(cents(total), 2000), gone: 0, returned: 0 })
    const unpaid = { refunded: cents(0) }
    this.#lines = goods.map((each, n) => ({
      ...line(each.total),
      ...unpaid,
      ...each,
      total: cents(each.total),
      lineId: `l${n}`,
      packed: 0,
    }))
    this.#delivery = { ...line(delivery), ...unpaid, lineId: null, quantity: 1 }
  }

  get paid(): number {
    return this.#lines.reduce((sum, line) => sum + line.total, 0) + this.#delivery.total
  }

  get waits(): boolean {
    return this.#lines.some((line) => waitingOf(line) > 0)
  }

  get anythingSent(): boolean {
    return this.#parcels.length > 0
  }

  ship(pick: number): void {
    const units = new Map<string, number>()
    for (const [n, line] of this.#lines.entries()) {
      const take = Math.min(waitingOf(line), (pick + n) % 3)
      if (take === 0) continue
      units.set(line.lineId, take)
      this.#change(line.lineId, { packed: line.packed + take })
    }
    if (units.size > 0) this.#parcels.push({ id: `p${this.#parcels.length}`, units })
    this.issue()
  }

  refuse(pick: number): void {
    const line = this.#lines[pick % this.#lines.length]!
    const quantity = Math.min(waitingOf(line), 1 + (pick % 2))
    if (quantity === 0) return
    const plan = planRedress(this.#facts(), [{ lineId: line.lineId, quantity }])
    this.#change(line.lineId, { gone: line.gone + quantity })
    this.#payBack(plan)
  }

  giveBack(pick: number): void {
    if (!this.anythingSent) return
    const facts = this.#facts()
    const left = this.paid - this.paidBack
    if (left > 0) this.#payBack(planMoney(facts, cents(1 + (pick % left)), []))
  }

  issue(): void {
    const facts = () => ({ lines: [...this.#lines, this.#delivery], parcels: this.#parcels, issued: this.issued })
    for (const invoice of planInvoices(facts()))
      this.issued = [...this.issued, { id: `i-${invoice.parcelId}`, corrects: null, ...invoice }]
    for (const { invoiceId, lines } of planCredits(facts()))
      this.issued = [...this.issued, { id: `c${this.issued.length}`, parcelId: null, corrects: invoiceId, lines }]
  }

  #facts() {
    return { lines: this.#lines, delivery: this.#delivery.total, deliveryRefunded: this.#delivery.refunded }
  }

  #payBack(plan: ReturnType<typeof planMoney>): void {
    for (const { lineId, amount } of plan.lines) {
      const line = this.#lines.find((each) => each.lineId === lineId)!
      this.#change(lineId, { refunded: cents(line.refunded + amount) })
    }
    this.#delivery = { ...this.#delivery, refunded: cents(this.#delivery.refunded + plan.delivery) }
    this.paidBack += plan.amount
    this.issue()
  }

  #change(lineId: string, over: Partial<Pick<BillableLine, "gone" | "refunded"> & { packed: number }>): void {
    this.#lines = this.#lines.map((line) => (line.lineId === lineId ? { ...line, ...over } : line))
  }
}

const gross = (part: IssuedPart): number => part.lines.reduce((sum, line) => sum + line.gross, 0)
const billedNet = (part: Part): number =>
  part.issued.reduce((sum, each) => sum + (each.corrects === null ? 1 : -1) * gross(each), 0)

describe("the shopper's documents", () => {
  it("say, at every end of every history, exactly what the shopper paid and did not get back", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 5 }), total: fc.integer({ min: 0, max: 20_000 }) }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.integer({ min: 0, max: 900 }),
        fc.array(fc.tuple(fc.constantFrom("ship", "refuse", "giveBack"), fc.nat(1000)), { maxLength: 12 }),
        (goods, delivery, steps) => {
          const part = new Part(goods, delivery)
          for (const [what, pick] of steps) {
            part[what as "ship" | "refuse" | "giveBack"](pick)
            const kept = part.paid - part.paidBack
            expect(billedNet(part)).toBeGreaterThanOrEqual(0)
            expect(billedNet(part)).toBeLessThanOrEqual(kept)
            if (!part.waits) expect(billedNet(part)).toBe(part.anythingSent ? kept : 0)
            const before = part.issued.length
            part.issue()
            expect(part.issued).toHaveLength(before)
          }
        },
      ),
      { numRuns: 3_000 },
    )
  })

  it("never credit more of an invoice than it says, line by line, VAT included", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 999 }),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 10 }),
        (quantity, total, picks) => {
          const part = new Part([{ quantity, total }], 490)
          for (const pick of picks)
            if (pick % 3 === 0) part.giveBack(pick)
            else part.ship(pick)
          for (const invoice of part.issued.filter((each) => each.corrects === null))
            for (const line of invoice.lines) {
              const back = part.issued
                .filter((each) => each.corrects === invoice.id)
                .flatMap((each) => each.lines)
                .filter((each) => each.lineId === line.lineId)
              const sum = (field: "gross" | "vat"): number => back.reduce((a, each) => a + each[field], 0)
              expect(sum("gross")).toBeLessThanOrEqual(line.gross)
              expect(sum("vat")).toBeLessThanOrEqual(line.vat)
              if (sum("gross") === line.gross) expect(sum("vat")).toBe(line.vat)
            }
        },
      ),
    )
  })

  it("bill each unit and the VAT within once, in whatever parcels it leaves", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9_999 }), (quantity, total) => {
        const part = new Part([{ quantity, total }], 0)
        for (let n = 0; n < quantity; n += 1) part.ship(1)
        const lines = part.issued.flatMap((each) => each.lines)
        expect(lines.reduce((sum, line) => sum + line.gross, 0)).toBe(total)
        expect(lines.reduce((sum, line) => sum + line.vat, 0)).toBe(vatWithin(cents(total), 2000))
      }),
    )
  })

  it("put the delivery on the first parcel alone", () => {
    const part = new Part([{ quantity: 2, total: 2000 }], 490)
    part.ship(1)
    part.ship(1)
    expect(part.issued.map((each) => each.lines.map((line) => [line.lineId, line.gross]))).toEqual([
      [
        ["l0", 1000],
        [null, 490],
      ],
      [["l0", 1000]],
    ])
  })

  it("share half a cent down, so that a refusal's half cent up makes the whole", () => {
    expect([shareOfFirst(1, 1, 2), shareOfFirst(1, 2, 2), shareOfFirst(0, 0, 0)]).toEqual([0, 1, 0])
  })
})
