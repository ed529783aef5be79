import { cents } from "@gondola/kit"
import { checkedDocument } from "../check-document"
import type { InvoiceBody, IssuedDocument } from "../document"
import { documentHash, FIRST_HASH } from "../hash"
import { seriesOf } from "../number"
import { saleDraft } from "../testing-sale"
import { renderPdf, renderXml } from "./render"
import { saleNotes } from "./sale-pdf"

const corrects = { id: "ldoc_0", number: "FV-12-2026-000001", issueDay: "2026-11-23" }
const issued = (draft: ReturnType<typeof saleDraft>): IssuedDocument => {
  const head = { ...draft, number: "FV-12-2026-000001", series: "FV-12-2026", sequence: 1, previousHash: FIRST_HASH }
  return { ...head, id: "ldoc_1", hash: documentHash(head) }
}
const xml = (draft: ReturnType<typeof saleDraft>, locale: "fr" | "en" = "fr"): string =>
  renderXml(issued(draft), locale)!.bytes.toString("utf8")
const withBody = (over: Partial<InvoiceBody>) => {
  const draft = saleDraft("x")
  return { ...draft, content: { ...draft.content, body: { ...(draft.content.body as InvoiceBody), ...over } } }
}

describe("a shopper's invoice", () => {
  it("is numbered in its issuer's own series", () => {
    expect(seriesOf("sale_invoice", "2026-11-23", "12")).toBe("FV-12-2026")
    expect(seriesOf("sale_invoice", "2026-11-23")).toBe("FV-2026")
    expect(seriesOf("sale_credit_note", "2027-01-01", "12")).toBe("AC-12-2027")
  })

  it("is refused when its VAT is not that of its lines, or strays from its rate by more than they can round", () => {
    expect(checkedDocument(saleDraft("x")).kind).toBe("sale_invoice")
    const body = saleDraft("x").content.body as InvoiceBody
    const [goods, delivery] = body.lines
    const moved = { vat: [{ ...body.vat[0]!, vat: cents(683) }], vatTotal: cents(683), gross: cents(4091) }
    expect(() => checkedDocument(withBody(moved))).toThrow(/not that of its lines/)
    const stray = (by: number) =>
      withBody({
        ...moved,
        lines: [{ ...goods!, vat: cents(600 + by) }, delivery!],
        vat: [{ ...body.vat[0]!, vat: cents(682 + by) }],
        vatTotal: cents(682 + by),
        gross: cents(4090 + by),
      })
    expect(checkedDocument(stray(3)).kind).toBe("sale_invoice")
    expect(() => checkedDocument(stray(5))).toThrow(/BR-CO-17/)
  })

  it("makes its credit note negative, and only that one names an invoice", () => {
    expect(checkedDocument(saleDraft("x", { corrects })).kind).toBe("sale_credit_note")
    const wrong = { ...saleDraft("x", { corrects }), kind: "sale_invoice" as const }
    expect(() => checkedDocument(wrong)).toThrow(/only a credit note/)
    expect(() => checkedDocument({ ...saleDraft("x"), kind: "sale_credit_note" })).toThrow(/names its invoice/)
  })

  it("says in whose name it is issued, or whose offer the platform sold", () => {
    const draft = saleDraft("x")
    const { sale } = draft.content.body as InvoiceBody
    expect(saleNotes(draft.content.issuer, sale!, "fr")).toEqual([
      "Document émis par Maison Gondole SA au nom et pour le compte de Atelier Argile SARL (mandat de facturation du 02/03/2026, CGI art. 289, I-2).",
    ])
    expect(saleNotes(draft.content.issuer, { ...sale!, mandate: null, soldBy: "Kyoto Ceramics KK" }, "en")).toEqual([
      expect.stringContaining("Offer of Kyoto Ceramics KK: Atelier Argile SARL is deemed to have bought and resold"),
    ])
    expect(saleNotes(draft.content.issuer, { ...sale!, mandate: null }, "fr")).toEqual([])
  })

  it("tells its data as EN 16931 has them: goods that were paid, units with their price, the order", () => {
    const data = xml(saleDraft("x"))
    expect(data).toContain("<ram:ID>B2</ram:ID>")
    expect(data).toContain('<ram:BilledQuantity unitCode="C62">3</ram:BilledQuantity>')
    expect(data).toContain('<ram:BasisQuantity unitCode="C62">3</ram:BasisQuantity>')
    expect(data).toMatch(/SellerOrderReferencedDocument>\s*<ram:IssuerAssignedID>1042</)
    expect(data).toContain("<ram:DuePayableAmount>0.00</ram:DuePayableAmount>")
    // A shopper owes no late penalties of commerce, and has no register.
    expect(data).not.toMatch(/PMT|PMD|AAB/)
    expect(data.slice(data.indexOf("<ram:BuyerTradeParty>"))).not.toMatch(/SpecifiedLegalOrganization/)
    expect(xml(saleDraft("x", { corrects }))).toContain("<ram:TypeCode>381</ram:TypeCode>")
  })

  it.each([
    [
      "of a small enterprise",
      { category: "E", reason: "small_business", rateBps: 0 },
      "VATEX-FR-FRANCHISE",
      "art. 293 B du CGI",
    ],
    ["of an import", { category: "O", reason: "import", rateBps: 0 }, "VATEX-EU-O", "due à l'importation"],
  ] as const)("%s says why it bears no VAT", (_name, vat, code, words) => {
    const draft = saleDraft("x", vat)
    expect(checkedDocument(draft)).toBe(draft)
    const data = xml(draft)
    expect(data).toContain(`<ram:ExemptionReasonCode>${code}</ram:ExemptionReasonCode>`)
    expect(data).toContain(words)
    // Outside the scope there is neither a rate nor a number for tax (BR-O-02, BR-O-05).
    expect(data.includes("RateApplicablePercent")).toBe(vat.category === "E")
    expect(data.includes('schemeID="FC"')).toBe(vat.category === "E")
  })

  it.each(["fr", "en"] as const)("prints as PDF/A-3 with its data inside, the same each time (%s)", async (locale) => {
    const document = issued(saleDraft("x"))
    const [once, again] = [await renderPdf(document, [], locale), await renderPdf(document, [], locale)]
    expect(once.bytes.equals(again.bytes)).toBe(true)
    expect(once.bytes.includes("factur-x.xml")).toBe(true)
  })
})
