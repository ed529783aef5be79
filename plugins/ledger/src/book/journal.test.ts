import fc from "fast-check"
import { cents, micros } from "@gondola/kit"
import { checkedJournal, credit, debit, owed, type Entry, type Journal } from "./journal"

const journal = (entries: Entry[]): Journal => ({
  businessKey: "sale:1",
  document: { type: "order", id: "1" },
  currency: "EUR",
  occurredAt: new Date(0),
  entries,
})

describe("journal", () => {
  it("accepts a balanced sale and drops what moves nothing", () => {
    const checked = checkedJournal(
      journal([
        debit("provider_clearing", null, "order_amount", cents(4090), "card"),
        credit("seller_payable", "A", "order_amount", cents(3600), "mugs"),
        credit("seller_payable", "A", "order_shipping", cents(490), "delivery"),
        credit("tax", null, "commission_vat", cents(0), "none"),
      ]),
    )
    expect(checked.entries).toHaveLength(3)
    expect(owed(checked.entries, "seller_payable", "A")).toBe(40_900_000)
  })

  it("refuses what is off by one micro, empty, or has the wrong party", () => {
    const sale = debit("provider_clearing", null, "order_amount", cents(100), "card")
    const off = { ...credit("retailer_revenue", null, "order_amount", cents(100), "shirt"), amount: micros(-999_999) }
    expect(() => checkedJournal(journal([sale, off]))).toThrow(/off by 1 micros/)
    expect(() => checkedJournal(journal([]))).toThrow(/moves nothing/)
    const nobody = credit("seller_payable", null, "order_amount", cents(100), "mug")
    expect(() => checkedJournal(journal([sale, nobody]))).toThrow(/needs a party/)
  })

  it("balances or throws, whatever the entries", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 20 }), (amounts) => {
        const entries = amounts.map((amount): Entry => ({
          account: "retailer_revenue",
          party: null,
          kind: "manual_debit",
          amount: micros(amount),
          description: "",
        }))
        const sum = amounts.reduce((a, b) => a + b, 0)
        const call = () => checkedJournal(journal(entries))
        if (sum === 0 && amounts.some((a) => a !== 0)) call()
        else expect(call).toThrow()
      }),
    )
  })
})
