import fc from "fast-check"
import { cents } from "@gondola/kit"
import { checkedJournal, owed } from "@gondola/ledger"
import { chargebackFeeJournal, chargebackJournal, chargebackShares, wonJournal } from "./chargeback-journal"

const OF = {
  disputeId: "dp_1",
  orderId: "order_1",
  orderNumber: 7,
  currency: "EUR",
  amount: cents(21_490),
  at: new Date(0),
}
const PARTS = [
  { sellerId: null, amount: cents(4_500) },
  { sellerId: "A", amount: cents(4_090) },
  { sellerId: "B", amount: cents(12_900) },
]

describe("chargeback", () => {
  it("takes from each trader its part of the payment, and the house's own as a loss", () => {
    const { entries } = checkedJournal(chargebackJournal(OF, chargebackShares(OF.amount, PARTS, "TRADERS")))
    const took = (party: string) => owed(entries, "seller_payable", party) / 10_000
    expect([took("A"), took("B")]).toEqual([-4_090, -12_900])
    expect(owed(entries, "loss", null) / 10_000).toBe(-4_500)
    expect(owed(entries, "provider_clearing", null) / 10_000).toBe(21_490)
  })

  it("leaves the sellers alone where the house bears it", () => {
    expect(chargebackShares(OF.amount, PARTS, "HOUSE")).toEqual([{ sellerId: null, amount: 21_490 }])
  })

  it("shares any amount to the cent, asks nobody who gave everything back, and a win undoes it to the cent", () => {
    const part = fc.record({
      sellerId: fc.constantFrom("A", "B", "C", null),
      amount: fc.integer({ min: -100, max: 50_000 }).map(cents),
    })
    const parts = fc.uniqueArray(part, { selector: (each) => each.sellerId, minLength: 1 })
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 200_000 }).map(cents), (each, amount) => {
        const shares = chargebackShares(amount, each, "TRADERS")
        expect(shares.reduce((a, share) => a + share.amount, 0)).toBe(amount)
        if (each.some((one) => one.amount > 0))
          for (const share of shares)
            expect(each.find((one) => one.sellerId === share.sellerId)!.amount).toBeGreaterThan(0)
        const entries = [...chargebackJournal(OF, shares).entries, ...wonJournal(OF, shares).entries]
        for (const { account, party } of entries) expect(owed(entries, account, party) + 0).toBe(0)
      }),
    )
  })

  it("books the fee of the provider, and what it gives back of it", () => {
    const fee = (change: number) => checkedJournal(chargebackFeeJournal(OF, cents(2_000), change)).entries
    expect(owed(fee(2_000), "provider_fees", null) / 10_000).toBe(-2_000)
    expect(owed(fee(-500), "provider_clearing", null) / 10_000).toBe(-500)
  })
})
