import { cents, shareHalfUp } from "@gondola/kit"
import fc from "fast-check"
import { checkedDocument } from "./check-document"
import type { InvoiceBody } from "./document"
import { canonical, type ChainLink, chainFaults, documentHash, FIRST_HASH } from "./hash"
import { numberOf, seriesOf } from "./number"
import { invoiceDraft, statementDraft } from "./testing"

const body = (over: Partial<InvoiceBody>): InvoiceBody => ({
  ...(invoiceDraft("x").content.body as InvoiceBody),
  ...over,
})
const withBody = (over: Partial<InvoiceBody>, kind = "commission_invoice" as const) => ({
  ...invoiceDraft("x"),
  kind,
  content: { ...invoiceDraft("x").content, body: body(over) },
})

describe("a document's figures", () => {
  it.each([
    ["BR-CO-10", { net: cents(1001), gross: cents(1201) }],
    ["BR-CO-14", { vatTotal: cents(199), gross: cents(1199) }],
    ["BR-CO-15", { gross: cents(1201) }],
    [
      "BR-CO-17",
      {
        vat: [{ category: "S" as const, rateBps: 2000, base: cents(1000), vat: cents(199), reason: null }],
        vatTotal: cents(199),
        gross: cents(1199),
      },
    ],
  ])("are refused when %s is broken", (rule, over) => {
    expect(() => checkedDocument(withBody(over as Partial<InvoiceBody>))).toThrow(new RegExp(rule))
  })

  it("are refused when lines of another rate hide in a breakdown", () => {
    const [line] = body({}).lines
    const lines = [
      { ...line!, net: cents(500) },
      { ...line!, net: cents(500), rateBps: 0, category: "AE" as const },
    ]
    expect(() => checkedDocument(withBody({ lines }))).toThrow(/BR-S-08/)
  })

  it("are refused for an untaxed breakdown without its reason", () => {
    const vat = [{ category: "AE" as const, rateBps: 0, base: cents(1000), vat: cents(0), reason: null }]
    const lines = body({}).lines.map((line) => ({ ...line, category: "AE" as const, rateBps: 0 }))
    expect(() => checkedDocument(withBody({ lines, vat, vatTotal: cents(0), gross: cents(1000) }))).toThrow(/reason/)
  })

  it("make a credit note negative and name its invoice", () => {
    const credit = withBody({}, "credit_note" as never)
    expect(() => checkedDocument(credit)).toThrow(/names its invoice/)
    const corrects = { id: "a", number: "FC-2026-000001", issueDay: "2026-10-01" }
    expect(() => checkedDocument(withBody({ corrects }, "credit_note" as never))).toThrow(/negative/)
    expect(() => checkedDocument(withBody({ corrects }))).toThrow(/only a credit note/)
  })

  it("lead from the opening to the closing balance of a statement", () => {
    expect(checkedDocument(statementDraft("s", 100, 350)).kind).toBe("statement")
    const off = statementDraft("s", 100, 350)
    const wrong = { ...off, content: { ...off.content, body: { ...off.content.body, opening: cents(99) } } }
    expect(() => checkedDocument(wrong as typeof off)).toThrow(/closing/)
  })

  it("hold for every amount and rate", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.constantFrom(2000, 1000, 550, 210), (net, rateBps) => {
        const vat = shareHalfUp(cents(net), rateBps)
        const draft = withBody({
          lines: [{ ...body({}).lines[0]!, net: cents(net), rateBps }],
          vat: [{ category: "S", rateBps, base: cents(net), vat, reason: null }],
          net: cents(net),
          vatTotal: vat,
          gross: cents(net + vat),
        })
        expect(checkedDocument(draft)).toBe(draft)
      }),
    )
  })
})

describe("numbers", () => {
  it("run by kind and year of issue", () => {
    expect(seriesOf("commission_invoice", "2026-12-31")).toBe("FC-2026")
    expect(seriesOf("credit_note", "2027-01-01")).toBe("AV-2027")
    expect(numberOf("FC-2026", 42)).toBe("FC-2026-000042")
  })
})

describe("seals", () => {
  const chain = (length: number): ChainLink[] => {
    const links: ChainLink[] = []
    for (let sequence = 1; sequence <= length; sequence += 1) {
      const draft = invoiceDraft(`k${sequence}`)
      const head = {
        ...draft,
        series: "FC-2026",
        sequence,
        number: numberOf("FC-2026", sequence),
        previousHash: links.at(-1)?.hash ?? FIRST_HASH,
      }
      links.push({ ...head, hash: documentHash(head) })
    }
    return links
  }

  it("hold as issued", () => expect(chainFaults(chain(5))).toEqual([]))

  it("break when a document is changed, removed or moved", () => {
    const links = chain(5)
    const changed = links.map((link) => (link.sequence === 3 ? { ...link, currency: "USD" } : link))
    expect(chainFaults(changed).map((each) => each.number)).toEqual(["FC-2026-000003"])
    const removed = links.filter((link) => link.sequence !== 3)
    expect(chainFaults(removed)).not.toEqual([])
    const moved = [links[1]!, links[0]!, ...links.slice(2)]
    expect(chainFaults(moved)).not.toEqual([])
  })

  it("read the same content in any order of keys", () => {
    expect(canonical({ b: [1, { d: null, c: "é" }], a: undefined })).toBe('{"b":[1,{"c":"é","d":null}]}')
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const again = JSON.parse(JSON.stringify(value)) as unknown
        return canonical(again) === canonical(value) || Object.is(value, -0)
      }),
    )
  })
})
