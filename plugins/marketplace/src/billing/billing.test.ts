import { cents, microsOf, shareHalfUp, sum } from "@gondola/kit"
import { checkedDocument, type EntryKind, type InvoiceBody } from "@gondola/ledger"
import fc from "fast-check"
import { feeVat } from "../vat/fee-vat"
import { csvCell, documentCsv } from "./document-csv"
import { type BillableEntry, feeDetails, isCharge, isCommission } from "./details"
import { invoiceBody, taxOf } from "./invoice-body"
import { movementsOf } from "./issue-statement"

const FRENCH = feeVat({ countryCode: "fr", vatNumber: null })
const GERMAN = feeVat({ countryCode: "de", vatNumber: "DE136695976" })
const SWISS = feeVat({ countryCode: "ch", vatNumber: null })

let next = 0
const entry = (kind: EntryKind, amount: number, journalId = "j1"): BillableEntry => ({
  id: String((next += 1)),
  kind,
  amount: microsOf(cents(amount)),
  journalId,
  orderId: `order_${journalId}`,
  cause: { type: "order", id: journalId },
})

const draft = (body: InvoiceBody) => ({
  businessKey: "x",
  kind: body.corrects ? ("credit_note" as const) : ("commission_invoice" as const),
  party: "s",
  currency: "EUR",
  issuedAt: new Date(0),
  issueDay: "2026-12-01",
  content: {
    issuer: {} as never,
    recipient: {} as never,
    period: { from: "2026-11-01", to: "2026-11-30" },
    entries: { count: 1, digest: "" },
    body,
  },
})

describe("fees and their VAT", () => {
  it("meet within a journal, each direction apart", () => {
    const details = feeDetails([
      entry("commission_fee", 100),
      entry("commission_vat", 20),
      entry("commission_fee", 50),
      entry("commission_vat", 10),
      entry("commission_fee", 7, "j2"),
      entry("subscription_fee", -30, "j3"),
    ])
    expect(details.map(({ kind, net, vat }) => [kind, net, vat])).toEqual([
      ["commission_fee", 150, 30],
      ["commission_fee", 7, 0],
      ["subscription_fee", -30, 0],
    ])
    expect(details.map(isCharge)).toEqual([true, true, false])
    expect(details.map((each) => isCommission(each.kind))).toEqual([true, true, false])
  })

  it("refuse what nobody is billed for", () => {
    expect(() => feeDetails([entry("payment", 100)])).toThrow(/billed/)
  })
})

describe("the VAT of an invoice", () => {
  it.each([
    ["French at 20 %", FRENCH, 100, 20, "S", 2000],
    ["booked at 20 % before the seller moved abroad", GERMAN, 100, 20, "S", 2000],
    ["8.5 % of a seller in Réunion", feeVat({ countryCode: "re", vatNumber: null }), 1000, 85, "S", 850],
    ["reverse charge", GERMAN, 100, 0, "AE", 0],
    ["outside the EU", SWISS, 100, 0, "G", 0],
    ["an indemnity without VAT", FRENCH, 100, 0, "E", 0],
    ["two cents, whose VAT rounds to nothing", FRENCH, 2, 0, "S", 2000],
  ])("is %s", (_name, status, net, vat, category, rateBps) => {
    expect(taxOf({ net: cents(net), vat: cents(vat) }, status)).toEqual({ category, rateBps })
  })

  it("is rate × sum, and the entries' own rounding comes back to be booked", () => {
    const details = feeDetails(
      [1, 2, 3].flatMap((n) => [entry("commission_fee", 83, `k${n}`), entry("commission_vat", 17, `k${n}`)]),
    )
    const { body, roundings } = invoiceBody(details, FRENCH)
    expect([body.net, body.vatTotal, body.gross]).toEqual([249, 50, 299])
    expect(roundings).toEqual([{ rateBps: 2000, amount: -1 }])
    expect(body.lines[0]!.label).toEqual({ fr: "Commission sur 3 ventes", en: "Commission on 3 sales" })
  })

  it("adds up for every month one can think of, and with its roundings equals the entries to the cent", () => {
    const fee = fc.record({
      net: fc.integer({ min: 1, max: 100_000 }),
      kind: fc.constantFrom<EntryKind>("commission_fee", "subscription_fee", "penalty_fee"),
      taxed: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.array(fee, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(FRENCH, GERMAN, SWISS),
        (fees, status) => {
          const vatKind = {
            commission_fee: "commission_vat",
            subscription_fee: "subscription_vat",
            penalty_fee: "penalty_vat",
          } as const
          const details = feeDetails(
            fees.flatMap(({ net, kind, taxed }, i) => {
              const vat = taxed ? shareHalfUp(cents(net), 2000) : 0
              const own = [entry(kind, net, `p${i}`)]
              return vat === 0 ? own : [...own, entry(vatKind[kind as keyof typeof vatKind], vat, `p${i}`)]
            }),
          )
          const { body, roundings } = invoiceBody(details, status)
          expect(() => checkedDocument(draft(body))).not.toThrow()
          const entries = sum(details.map((detail) => cents(detail.net + detail.vat)))
          expect(body.gross).toBe(entries + sum(roundings.map((each) => each.amount)))
          const corrects = { id: "i", number: "FC-2026-000001", issueDay: "2026-12-01" }
          const mirrored = details.map((each) => ({ ...each, net: cents(-each.net), vat: cents(-each.vat) }))
          const credit = invoiceBody(mirrored, status, { corrects, reason: null })
          expect(() => checkedDocument(draft(credit.body))).not.toThrow()
          expect(credit.body.gross).toBe(-body.gross)
        },
      ),
    )
  })
})

describe("a statement", () => {
  it("sums the movements as the seller sees them", () => {
    const at = new Date(0)
    const entries = [
      { id: "1", kind: "order_amount" as const, amount: microsOf(cents(-1000)), at },
      { id: "2", kind: "commission_fee" as const, amount: microsOf(cents(100)), at },
      { id: "3", kind: "order_amount" as const, amount: microsOf(cents(-500)), at },
    ]
    expect(movementsOf(entries)).toEqual([
      { kind: "order_amount", count: 2, amount: 1500 },
      { kind: "commission_fee", count: 1, amount: -100 },
    ])
  })
})

describe("the CSV of a document", () => {
  const row = { day: "2026-11-03", kind: "order_amount", text: "Tasse", reference: "#7", amount: -1250 }

  it("never gives a spreadsheet a formula, and keeps amounts numbers", () => {
    for (const evil of ["=1+1", "+1", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1"])
      expect(csvCell(evil, ";")).toMatch(/^"?'/)
    expect(csvCell("-12,50", ";")).toBe("-12,50")
    expect(csvCell('a;"b"', ";")).toBe('"a;""b"""')
  })

  it("is written the reader's way, with its mark", () => {
    const document = { number: "RL-2026-000001", currency: "EUR" }
    expect(documentCsv(document, [row], "fr")).toMatch(/^\ufeffdocument;.*;-12,50;EUR\r\n$/s)
    expect(documentCsv(document, [row], "en")).toContain("2026-11-03,order_amount,Tasse,7,-12.50,EUR")
  })
})
