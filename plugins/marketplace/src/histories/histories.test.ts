import fc from "fast-check"
import type { Cents } from "@gondola/kit"
import { BILLED_KINDS, feeDetails, isCharge } from "../billing/details"
import { invoiceBody } from "../billing/invoice-body"
import { feeVat } from "../vat/fee-vat"
import { MemoryBook, microsOfCents, type Step, STEPS, World } from "./world"

const step: fc.Arbitrary<Step> = fc.record({
  // Without sales there is nothing to refund: every third step is one.
  what: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...STEPS) },
    { weight: 1, arbitrary: fc.constant("sale" as const) },
  ),
  pick: fc.nat(1_000),
  size: fc.nat(40_000),
})

const totalsOf = (book: MemoryBook): Map<string, number> => {
  const totals = new Map<string, number>()
  for (const entry of book.entries) {
    const key = [entry.account, entry.party ?? "-", entry.currency].join(" ")
    totals.set(key, (totals.get(key) ?? 0) - entry.amount)
  }
  return totals
}

const VAT_OF = {
  french: feeVat({ countryCode: "fr", vatNumber: null }),
  german: feeVat({ countryCode: "de", vatNumber: "DE136695976" }),
  japanese: feeVat({ countryCode: "jp", vatNumber: null }),
}

/** Invoices and credit notes over everything billed to a seller; their roundings are booked beside them. */
function assertDocumentsAgree(book: MemoryBook): void {
  for (const [seller, status] of Object.entries(VAT_OF))
    for (const currency of ["EUR", "USD"]) {
      const billed = book.entries.filter(
        (entry) =>
          entry.account === "seller_payable" &&
          entry.party === seller &&
          entry.currency === currency &&
          BILLED_KINDS.includes(entry.kind),
      )
      const details = feeDetails(
        billed.map((entry, index) => ({
          id: String(index),
          kind: entry.kind,
          amount: entry.amount,
          journalId: entry.journalId,
          orderId: null,
          cause: { type: "test", id: entry.journalId },
        })),
      )
      let documents = 0
      for (const group of [details.filter(isCharge), details.filter((detail) => !isCharge(detail))]) {
        const { body, roundings } = invoiceBody(group, status)
        documents += body.gross - roundings.reduce<number>((a, rounding) => a + rounding.amount, 0)
      }
      expect(microsOfCents(documents)).toBe(billed.reduce<number>((a, entry) => a + entry.amount, 0))
    }
}

/** Plain comparisons: a hundred thousand of jest's take half a minute. */
function assertBook(book: MemoryBook, world: World, { what }: Step): void {
  for (const [currency, total] of book.sums)
    if (total !== 0) throw new Error(`after a ${what} the book is off by ${total} micros of ${currency}`)
  for (const [key, amount] of world.expected) {
    const booked = book.balances.get(key) ?? 0
    if (booked !== microsOfCents(amount))
      throw new Error(`after a ${what} ${key} is ${booked}, the deeds say ${amount} cents`)
  }
}

describe("random histories", () => {
  it("keep Σ = 0 after every step, balances equal to entries and to the deeds, documents to the cent", () => {
    let steps = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 40, maxLength: 80 }), (history) => {
        const book = new MemoryBook()
        const world = new World((journal) => book.post(journal))
        for (const each of history) {
          world.run(each)
          steps += 1
          assertBook(book, world, each)
        }
        expect(new Map([...totalsOf(book)].filter(([, amount]) => amount !== 0))).toEqual(
          new Map([...book.balances].filter(([, amount]) => amount !== 0)),
        )
        assertDocumentsAgree(book)
        // The whole history a second time changes nothing.
        const before = book.entries.length
        expect(world.journals.map((journal) => book.post(journal))).not.toContain(true)
        expect(book.entries).toHaveLength(before)
      }),
      { numRuns: 220 },
    )
    expect(steps).toBeGreaterThanOrEqual(10_000)
  })

  it("see every kind of step, both currencies and every account of a sale", () => {
    const book = new MemoryBook()
    const world = new World((journal) => book.post(journal))
    const seen = new Set<string>()
    for (const each of fc.sample(step, { numRuns: 600, seed: 7 })) {
      const before = book.entries.length
      world.run(each)
      if (book.entries.length > before) seen.add(each.what)
    }
    const silent: readonly string[] = ["partial shipment", "again"]
    expect([...seen].sort()).toEqual(STEPS.filter((what) => !silent.includes(what)).sort())
    expect([...book.sums.keys()].sort()).toEqual(["EUR", "USD"])
    const accounts = new Set(book.entries.map((entry) => entry.account))
    for (const account of [
      "seller_payable",
      "seller_reserve",
      "payout_clearing",
      "retailer_revenue",
      "commission_revenue",
    ])
      expect(accounts).toContain(account)
    for (const account of ["fee_revenue", "tax", "provider_clearing", "shopper_refunds"])
      expect(accounts).toContain(account)
  })

  it("would see a reversal recomputed from today's rate", () => {
    const cheat = (amount: Cents): number => Math.round(amount * 1.01)
    const book = new MemoryBook()
    const world = new World((journal) => {
      const refund = journal.businessKey.startsWith("refund:")
      const entries = journal.entries.map((entry) =>
        refund && entry.kind === "refund_commission_fee"
          ? { ...entry, amount: cheat(entry.amount as never) as never }
          : entry,
      )
      return book.post({ ...journal, entries })
    })
    const off = fc.sample(step, { numRuns: 200, seed: 3 }).some((each) => {
      world.run(each)
      return [...world.expected].some(([key, amount]) => (book.balances.get(key) ?? 0) !== microsOfCents(amount))
    })
    expect(off).toBe(true)
  })
})
