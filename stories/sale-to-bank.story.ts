import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CLOCK } from "@gondola/kit"
import { payOut, runBilling } from "@gondola/marketplace"
import type { Caller } from "./support/api"
import { caller } from "./support/api"
import { papersOfMonth } from "./support/books"
import { inRoom, openSellers } from "./support/people"
import { invoicedBy } from "./support/sale-documents"
import { chooseCheapestDelivery, fillCart, placeOrder } from "./support/shopping"
import { openSmallMarketplace, PEOPLE } from "./support/small-marketplace"

jest.setTimeout(300_000)

const DAY = 86_400_000

interface Money {
  amount: number
}

interface Overview {
  balances: { currency: string; balance: Money; available: Money; onHold: Money; claimed: Money; inTransit: Money }[]
  nextPayday: string | null
  blocks: string[]
  account: { state: string; last4: string | null }
}

interface PayoutSeen {
  id: string
  state: string
  amount: Money
  entryCount: number
  events: { state: string }[]
}

const OVERVIEW = `{ sellerPayoutOverview { nextPayday blocks account { state last4 } balances { currency
  balance { amount } available { amount } onHold { amount } claimed { amount } inTransit { amount } } } }`
const PAYOUTS = `{ sellerPayouts { total items { id state amount { amount } entryCount events { state } } } }`

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    it("follows the money of one sale to the bank and back, the clock driven by hand, the audit clean after every step", async () => {
      const container = getContainer() as MedusaContainer
      // A Wednesday; paydays are Mondays.
      let now = new Date("2026-12-02T09:00:00Z")
      const until = (day: string) => (now = new Date(`${day}T09:00:00Z`))
      container.register({ [CLOCK]: asValue({ now: () => now }) })
      const market = await openSmallMarketplace(container)
      await openSellers(api)
      const operator = await inRoom(api, PEOPLE.operator, "OPERATOR")
      const shopper = caller(api)
      /** A token lasts a day, and weeks pass here. */
      const seller = (): Promise<Caller> => inRoom(api, PEOPLE.sellerA, "SELLER")
      const overview = async () =>
        (await (await seller())<{ sellerPayoutOverview: Overview }>(OVERVIEW)).sellerPayoutOverview
      const euros = async () => (await overview()).balances.find(({ currency }) => currency === "EUR")!
      const payouts = async () =>
        (await (await seller())<{ sellerPayouts: { items: PayoutSeen[] } }>(PAYOUTS)).sellerPayouts.items
      const clean = async (step: string) => {
        const { audit } = await operator<{ audit: { checks: { name: string; findings: object[] }[] } }>(
          `{ audit { checks { name findings { subject detail } } } }`,
        )
        expect([step, audit.checks.filter((check) => check.findings.length > 0)]).toEqual([step, []])
      }

      // Sale: three mugs of A beside a shirt of the house, one payment, split.
      const { sellerOffers } = await (
        await seller()
      )<{ sellerOffers: { items: { offer: { purchasableVariantId: string } }[] } }>(
        `{ sellerOffers { items { offer { purchasableVariantId } } } }`,
      )
      const cartId = await fillCart(api, market.retailer, [
        { variant_id: sellerOffers.items[0]!.offer.purchasableVariantId, quantity: 3 },
        { variant_id: market.products.shirt.variantIds[0]!, quantity: 1 },
      ])
      await chooseCheapestDelivery(shopper, cartId)
      const { accessToken } = await placeOrder(shopper, cartId)
      const sold = await euros()
      expect(sold.onHold.amount).toBeGreaterThan(0)
      expect(sold.onHold).toEqual(sold.balance)
      expect(sold.available.amount).toBe(0)
      await clean("sale")

      // The account: an IBAN handed over, four characters kept, the operator verifies.
      expect((await overview()).blocks).toEqual(["ACCOUNT"])
      await (
        await seller()
      )(`mutation { registerPayoutAccount(iban: "FR76 3000 6000 0112 3456 7890 189") { state } }`)
      const { payoutAccounts } = await operator<{ payoutAccounts: { items: { sellerId: string }[] } }>(
        `{ payoutAccounts(state: TO_VERIFY) { items { sellerId account { last4 } } } }`,
      )
      expect(payoutAccounts.items).toMatchObject([{ account: { last4: "0189" } }])
      await operator(`mutation ($id: ID!) { verifyPayoutAccount(sellerId: $id, accepted: true) { sellerId } }`, {
        id: payoutAccounts.items[0]!.sellerId,
      })
      expect(await overview()).toMatchObject({ blocks: [], nextPayday: "2026-12-07", account: { state: "VERIFIED" } })

      // Ship and deliver; the Monday in between pays nothing.
      const { sellerOrders } = await (
        await seller()
      )<{ sellerOrders: { items: { id: string; lines: { id: string; quantity: number }[] }[] } }>(
        `{ sellerOrders { items { id lines { id quantity } } } }`,
      )
      const order = sellerOrders.items[0]!
      await (
        await seller()
      )(`mutation ($id: ID!) { acceptSellerOrder(id: $id) { state } }`, { id: order.id })
      const { shipParcel } = await (
        await seller()
      )<{ shipParcel: { parcels: { id: string }[] } }>(
        `mutation ($id: ID!, $parcel: ParcelInput!) { shipParcel(sellerOrderId: $id, parcel: $parcel) { parcels { id } } }`,
        {
          id: order.id,
          parcel: {
            carrier: "Colissimo",
            trackingNumber: "6A1",
            lines: [{ lineId: order.lines[0]!.id, quantity: 2 }],
          },
        },
      )
      until("2026-12-07")
      await payOut(container)
      await (
        await seller()
      )(`mutation ($id: ID!, $parcel: ID!) { markParcelDelivered(sellerOrderId: $id, parcelId: $parcel) { state } }`, {
        id: order.id,
        parcel: shipParcel.parcels[0]!.id,
      })
      await clean("shipped in part")

      // The third mug broke in the workshop: refunded while its sale is held, so that the refund meets it.
      await (
        await seller()
      )(
        `mutation ($id: ID!, $lines: [UnitsInput!]) {
          refuseSellerOrderLines(sellerOrderId: $id, key: "broken-mug-1", lines: $lines, reason: DAMAGED) { state } }`,
        { id: order.id, lines: [{ lineId: order.lines[0]!.id, quantity: 1 }] },
      )
      const refunded = await euros()
      expect(refunded.balance.amount).toBeLessThan(sold.balance.amount)
      expect(refunded.available.amount).toBe(0)
      await clean("partial refund")
      // The shopper's invoice is of the two that left and their delivery; the house has sent nothing and invoiced nothing.
      const billed = await invoicedBy(shopper, accessToken)
      expect(billed.map(({ kinds }) => kinds).sort()).toEqual([[], ["SALE_INVOICE"]])
      for (const { kinds, invoiced, kept } of billed) expect(invoiced).toBe(kinds.length > 0 ? kept : 0)

      until("2026-12-14")
      await payOut(container)
      expect(await payouts()).toEqual([])
      await clean("held")

      // Fourteen days after delivery it is payable; the Monday takes it, once.
      until("2026-12-21")
      await Promise.all([payOut(container), payOut(container)])
      await payOut(container)
      const [first, ...more] = await payouts()
      expect(more).toEqual([])
      expect(first).toMatchObject({ state: "TO_PAY", amount: refunded.balance })
      expect((await euros()).claimed).toEqual(refunded.balance)
      await clean("payout claimed")
      await operator(`mutation ($ids: [ID!]!) { markPayoutsPaid(ids: $ids, reference: "SEPA-2026-51") }`, {
        ids: [first!.id],
      })
      expect((await euros()).balance.amount).toBe(0)
      await clean("paid")

      // The bank sends it back: owed again, and netted with a fee.
      now = new Date(now.getTime() + 2 * DAY)
      await operator(`mutation ($id: ID!) { markPayoutFailed(id: $id, reason: "Compte clos") { state } }`, {
        id: first!.id,
      })
      expect((await euros()).available).toEqual(refunded.balance)
      await clean("bank return")
      await operator(
        `mutation ($id: ID!) { chargeFee(input: { sellerId: $id, kind: PENALTY, amount: 300, reason: "Expédié en retard", idempotencyKey: "late-shipment-1" }) { id } }`,
        { id: payoutAccounts.items[0]!.sellerId },
      )
      const netted = await euros()
      expect(netted.available.amount).toBeLessThan(refunded.balance.amount)
      await clean("netting")

      until("2026-12-28")
      await payOut(container)
      const [second] = await payouts()
      expect(second).toMatchObject({ state: "TO_PAY", amount: netted.available })
      await operator(`mutation ($ids: [ID!]!) { markPayoutsPaid(ids: $ids, reference: "SEPA-2026-52") }`, {
        ids: [second!.id],
      })
      expect((await euros()).balance.amount).toBe(0)
      expect((await payouts()).map((payout) => payout.state)).toEqual(["PAID", "RETURNED"])
      await clean("next payout")

      // The month is over: its papers are the ledger, to the cent, and a second run writes none.
      until("2027-01-01")
      const bill = () => runBilling(container, { month: "2026-12", actor: { type: "SYSTEM", id: "story" } })
      expect(await bill()).toMatchObject({ state: "done", failures: [] })
      const papers = await papersOfMonth(await seller(), "2026-12")
      expect(papers.kinds).toEqual(["COMMISSION_INVOICE", "CREDIT_NOTE", "FEE_INVOICE", "STATEMENT"])
      expect(papers.billed).toBeGreaterThan(0)
      expect(papers.billed).toBe(papers.booked)
      expect((await bill()).documents).toBe(0)
      expect(await papersOfMonth(await seller(), "2026-12")).toEqual(papers)
      await clean("month billed")

      // Nobody else sees any of it.
      const other = await inRoom(api, PEOPLE.sellerB, "SELLER")
      expect(
        (await other<{ sellerPayout: unknown }>(`query ($id: ID!) { sellerPayout(id: $id) { id } }`, { id: first!.id }))
          .sellerPayout,
      ).toBeNull()
      expect(
        await other.code(`query ($id: ID!) { sellerPayoutEntries(payoutId: $id) { total } }`, { id: first!.id }),
      ).toBe("NOT_FOUND")
    })
  },
})
