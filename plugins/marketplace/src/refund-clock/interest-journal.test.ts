import fc from "fast-check"
import { cents, sum } from "@gondola/kit"
import { checkedJournal } from "@gondola/ledger"
import { sharesOf } from "./fault"
import { interestJournal, interestPaidJournal } from "./interest-journal"

const BOOKED = {
  key: "return:1",
  orderId: "order_1",
  orderNumber: 7,
  currency: "USD",
  daysLate: 12,
  at: new Date("2026-11-22T10:00:00Z"),
}

describe("who bears the interest", () => {
  it("is the house unless sellers were named", () => {
    const refund = [{ sellerId: "a", amount: 900 }]
    expect(sharesOf(cents(50), "HOUSE", refund)).toEqual([{ sellerId: null, amount: 50 }])
    expect(sharesOf(cents(50), "SELLERS", [])).toEqual([{ sellerId: null, amount: 50 }])
  })

  it("is each seller for its own part, and the house for its own goods", () => {
    const refund = [
      { sellerId: "a", amount: 100 },
      { sellerId: null, amount: 100 },
      { sellerId: "a", amount: 200 },
      { sellerId: "b", amount: 0 },
    ]
    expect(sharesOf(cents(100), "SELLERS", refund)).toEqual([
      { sellerId: "a", amount: 75 },
      { sellerId: null, amount: 25 },
    ])
  })

  it("adds up whatever the parts, and every journal is zero", () => {
    const part = fc.record({
      sellerId: fc.constantFrom("a", "b", "c", null),
      amount: fc.integer({ min: 0, max: 1_000_000 }),
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500_000 }), fc.array(part, { maxLength: 6 }), (interest, refund) => {
        const shares = sharesOf(cents(interest), "SELLERS", refund)
        expect(sum(shares.map((share) => share.amount))).toBe(interest)
        for (const journal of [interestJournal(BOOKED, shares), interestPaidJournal(BOOKED, cents(interest))]) {
          expect(checkedJournal(journal).entries.reduce((a, entry) => a + entry.amount, 0)).toBe(0)
          expect(journal.currency).toBe("USD")
        }
      }),
    )
  })
})
