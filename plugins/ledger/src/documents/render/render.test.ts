import { inflateSync } from "node:zlib"
import { cents } from "@gondola/kit"
import type { InvoiceBody, IssuedDocument } from "../document"
import { documentHash, FIRST_HASH } from "../hash"
import { invoiceDraft, statementDraft } from "../testing"
import { amountText, decimalText } from "./amounts"
import { ANNEX_LIMIT } from "./page"
import { renderPdf, renderXml } from "./render"
import { element, xmlDocument } from "./xml"

const issued = (draft: ReturnType<typeof invoiceDraft>, number: string): IssuedDocument => {
  const head = { ...draft, number, series: number.slice(0, 7), sequence: 1, previousHash: FIRST_HASH }
  return { ...head, id: "ldoc_1", hash: documentHash(head) }
}
const invoice = issued(invoiceDraft("x", 123456), "FC-2026-000001")
const body = invoice.content.body as InvoiceBody
const minus = <T extends number>(n: T): T => cents(-n) as number as T
const note: IssuedDocument = {
  ...invoice,
  kind: "credit_note",
  number: "AV-2026-000007",
  content: {
    ...invoice.content,
    body: {
      ...body,
      lines: body.lines.map((line) => ({ ...line, net: minus(line.net) })),
      vat: body.vat.map((each) => ({ ...each, base: minus(each.base), vat: minus(each.vat) })),
      net: minus(body.net),
      vatTotal: minus(body.vatTotal),
      gross: minus(body.gross),
      corrects: { id: "a", number: "FC-2026-000001", issueDay: "2026-11-01" },
    },
  },
}
const row = { day: "2026-11-03", text: "Tasse émaillée × 2", reference: "#1042", amount: -450 }

const xmlOf = (document: IssuedDocument): string => renderXml(document, "fr")!.bytes.toString("utf8")
const first = (xml: string, name: string): string => new RegExp(`<ram:${name}[^>]*>([^<]*)<`).exec(xml)?.[1] ?? ""
const all = (xml: string, name: string): number[] =>
  [...xml.matchAll(new RegExp(`<ram:${name}[^>]*>([^<]*)<`, "g"))].map((match) => Math.round(Number(match[1]) * 100))
const total = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0)

/** The streams of a PDF, opened. */
function streams(pdf: Buffer): string[] {
  const texts: string[] = []
  for (let at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 7)) {
    if (pdf.subarray(at - 3, at).toString() === "end") continue
    const data = pdf.subarray(at + 7, pdf.indexOf("\nendstream", at))
    try {
      texts.push(inflateSync(data).toString("utf8"))
    } catch {
      texts.push(data.toString("utf8"))
    }
  }
  return texts
}

describe("the data of an invoice", () => {
  it.each([
    ["an invoice", invoice, "380"],
    ["a credit note", note, "381"],
  ])("of %s adds up by the rules of EN 16931", (_name, document, type) => {
    const xml = xmlOf(document)
    expect(first(xml, "TypeCode")).toBe(type)
    const [lines] = all(xml, "TaxBasisTotalAmount")
    const lineTotals = all(xml, "LineTotalAmount")
    expect(lines).toBeGreaterThan(0)
    expect(total(lineTotals.slice(0, -1))).toBe(lineTotals.at(-1)) // BR-CO-10
    expect(lines).toBe(lineTotals.at(-1)) // BR-CO-13
    expect(total(all(xml, "CalculatedAmount"))).toBe(all(xml, "TaxTotalAmount")[0]) // BR-CO-14
    expect(lines! + all(xml, "TaxTotalAmount")[0]!).toBe(all(xml, "GrandTotalAmount")[0]) // BR-CO-15
    expect(all(xml, "GrandTotalAmount")[0]! - all(xml, "TotalPrepaidAmount")[0]!).toBe(all(xml, "DuePayableAmount")[0]) // BR-CO-16
    expect(total(all(xml, "BasisAmount"))).toBe(lines) // BR-CO-18
  })

  it("points from the credit note to its invoice with number and date", () => {
    expect(xmlOf(note).replace(/\s+/g, "")).toContain(
      "<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>FC-2026-000001</ram:IssuerAssignedID>" +
        '<ram:FormattedIssueDateTime><qdt:DateTimeStringformat="102">20261101<',
    )
    expect(xmlOf(invoice)).not.toContain("InvoiceReferencedDocument")
  })

  it("names the French mentions by their codes and the parties by SIREN, SIRET and VAT number", () => {
    const xml = xmlOf(invoice)
    for (const code of ["PMT", "PMD", "AAB"]) expect(xml).toContain(`<ram:SubjectCode>${code}</ram:SubjectCode>`)
    expect(xml).toContain('<ram:ID schemeID="0002">404833048</ram:ID>')
    expect(xml).toContain('<ram:GlobalID schemeID="0009">80295478500028</ram:GlobalID>')
    expect(xml).toContain('<ram:ID schemeID="VA">FR55802954785</ram:ID>')
  })

  it("says why there is no VAT", () => {
    const untaxed = {
      ...body,
      lines: body.lines.map((line) => ({ ...line, category: "AE" as const, rateBps: 0 })),
      vat: [{ category: "AE" as const, rateBps: 0, base: body.net, vat: cents(0), reason: "reverse_charge" as const }],
      vatTotal: cents(0),
      gross: body.net,
    }
    const xml = xmlOf({ ...invoice, content: { ...invoice.content, body: untaxed } })
    expect(first(xml, "ExemptionReason")).toMatch(/Autoliquidation/)
    expect(first(xml, "ExemptionReasonCode")).toBe("VATEX-EU-AE")
  })

  it("keeps a hostile name harmless", () => {
    const recipient = { ...invoice.content.recipient, legalName: `<b> & "Fils"\u0000\u000b` }
    expect(first(xmlOf({ ...invoice, content: { ...invoice.content, recipient } }), "BuyerTradeParty")).toBe(
      "\n        ",
    )
    expect(xmlOf({ ...invoice, content: { ...invoice.content, recipient } })).toContain(
      "<ram:Name>&lt;b&gt; &amp; &quot;Fils&quot;</ram:Name>",
    )
    expect(xmlDocument(element("a", "x\ud800y"))).toContain("<a>xy</a>")
  })
})

describe("the paper", () => {
  it("is a PDF/A-3 with its own data inside", async () => {
    const { bytes, name } = await renderPdf(invoice, [row], "fr")
    const text = bytes.toString("latin1")
    expect(name).toBe("FC-2026-000001.pdf")
    expect(text).toContain("/AFRelationship /Alternative")
    expect(text).toContain("/GTS_PDFA1")
    const inside = streams(bytes)
    expect(inside).toContain(xmlOf(invoice))
    const xmp = inside.find((each) => each.includes("rdf:RDF"))!
    expect(xmp).toMatch(/<pdfaid:part>3</)
    expect(xmp).toMatch(/<fx:ConformanceLevel>EN 16931</)
  })

  it("is the same, byte for byte, when it is printed again", async () => {
    const [one, two] = await Promise.all([renderPdf(invoice, [row], "fr"), renderPdf(invoice, [row], "fr")])
    expect(one.bytes.equals(two.bytes)).toBe(true)
    expect((await renderPdf(invoice, [row], "en")).bytes.equals(one.bytes)).toBe(false)
  })

  it("prints statements, and of long lists the first part", async () => {
    const statement = issued(statementDraft("s", 100, 350), "RL-2026-000001")
    expect(renderXml(statement, "fr")).toBeNull()
    const rows = Array.from({ length: ANNEX_LIMIT + 5 }, () => row)
    const { bytes } = await renderPdf(statement, rows, "fr")
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-")
    expect(bytes.length).toBeLessThan(500_000)
  })
})

describe("amounts", () => {
  it("are written the reader's way, whatever ICU there is", () => {
    expect(amountText(123456789, "EUR", "fr")).toBe("1\u00a0234\u00a0567,89\u00a0€")
    expect(amountText(-5, "EUR", "en")).toBe("\u2212€0.05")
    expect(amountText(100000, "USD", "en")).toBe("USD\u00a01,000.00")
    expect([decimalText(-5), decimalText(100)]).toEqual(["-0.05", "1.00"])
  })
})
