import { type Cents, cents, microsOf } from "@gondola/kit"
import { readRules } from "../commission/rule-store"
import { updateRule } from "../commission/change-rules"
import { knexOf } from "../modules/marketplace/resolve"
import { settleRefund } from "./settle-refund"
import { readSoldOrder } from "./sold-order"
import type { OrderDesk } from "../testing/order-desk"

/** What a refund and a changed rule do to the books. */
export function settlementScenarios(desk: OrderDesk): void {
  const { container, ledger, graphql, sellerToken, place, count } = desk

  it("settles the refund of the worked case to the cent, once", async () => {
    const sold = await place()
    const line = (title: string) => sold.lines.find((each) => each.title === title)!
    const share = (title: string, quantity: number, refund: number) => ({
      sellerId: line(title).sellerId,
      lineId: line(title).lineId,
      quantity,
      refund: cents(refund),
      label: title,
    })
    const refund = {
      key: "return-1",
      orderId: sold.id,
      occurredAt: new Date("2026-12-01T10:00:00Z"),
      shares: [share("T-shirt", 1, 2000), share("Tasse", 2, 2400), share("Lampe", 1, 11610)],
    }
    const clearing = await ledger().owed("provider_clearing", null)
    const settled = await Promise.all([1, 2, 3].map(() => settleRefund(container(), refund)))
    const expected = [
      { sellerId: null, refund: 2000, commissionBack: 0, debit: 2000 },
      { sellerId: desk.shop.sellerA, refund: 2400, commissionBack: 360, debit: 2040 },
      { sellerId: desk.shop.sellerB, refund: 11610, commissionBack: 1393, debit: 10217 },
    ]
    for (const each of settled) expect(each.shares).toEqual(expected)
    expect(expected.reduce((a, each) => a + each.debit + each.commissionBack, 0)).toBe(16010)
    expect((await ledger().owed("provider_clearing", null)) - clearing).toBe(microsOf(cents(16010)))
    expect(await ledger().owed("seller_payable", desk.shop.sellerA)).toBe(microsOf(cents(3600 + 490 - 540 - 2040)))
    expect(await ledger().owed("seller_payable", desk.shop.sellerB)).toBe(microsOf(cents(12900 - 1548 - 10217)))
    expect(await count("marketplace_refund_share")).toBe(3)

    const changed = { ...refund, shares: [share("T-shirt", 1, 1999)] }
    await expect(settleRefund(container(), changed)).rejects.toMatchObject({ code: "LEDGER_KEY_REUSED" })
    const tooMuch = { ...refund, key: "return-2", shares: [share("Lampe", 1, 1291)] }
    await expect(settleRefund(container(), tooMuch)).rejects.toMatchObject({ code: "REFUND_ABOVE_SALE" })
    const foreign = { ...refund, key: "return-3", shares: [{ ...share("Tasse", 1, 100), sellerId: desk.shop.sellerB }] }
    await expect(settleRefund(container(), foreign)).rejects.toMatchObject({ code: "NOT_FOUND" })
    const rest = { ...refund, key: "return-4", shares: [share("Lampe", 0, 1290), share("Tasse", 1, 1200)] }
    expect((await settleRefund(container(), rest)).shares.map((each) => each.commissionBack)).toEqual([155, 180])

    const a = await sellerToken(desk.shop.emailA)
    const statement = await graphql(
      `
        {
          sellerStatement(month: "2026-12") {
            opening {
              amount
            }
            closing {
              amount
            }
            entryTotal
            totals {
              kind
              amount {
                amount
              }
            }
            entries {
              kind
              orderNumber
              amount {
                amount
              }
            }
          }
        }
      `,
      {},
      a,
    )
    const { opening, closing, totals, entries } = statement.data.sellerStatement as {
      opening: { amount: Cents }
      closing: { amount: Cents }
      totals: { kind: string; amount: { amount: number } }[]
      entries: { amount: { amount: number } }[]
    }
    expect(opening.amount).toBe(3600 + 490 - 540)
    expect(closing.amount - opening.amount).toBe(totals.reduce((a, total) => a + total.amount.amount, 0))
    expect(entries.reduce((a, entry) => a + entry.amount.amount, 0)).toBe(closing.amount - opening.amount)
    expect(totals.map((total) => [total.kind, total.amount.amount])).toEqual([
      ["refund_amount", -3600],
      ["refund_commission_fee", 450],
      ["refund_commission_vat", 90],
    ])
    expect(microsOf(closing.amount)).toBe(await ledger().owed("seller_payable", desk.shop.sellerA))
  })

  it("keeps a commission as it was charged when the rule changes", async () => {
    const sold = await place()
    const rule = (await readRules(container())).find((each) => each.name === "Maison")!
    await updateRule(container(), rule.id, { ...rule, rateBps: 9000 })
    const again = await readSoldOrder(container(), sold.id)
    expect(again.lines.map((each) => each.commission)).toEqual(sold.lines.map((each) => each.commission))
    const write = knexOf(container())("marketplace_commission_line").update({ amount: 1 })
    await expect(write).rejects.toThrow(/append-only/)
  })
}
