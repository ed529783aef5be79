import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { bearer, caller } from "./support/api"
import { atDesk, inRoom, openSellers, tokenOf } from "./support/people"
import { chooseCheapestDelivery, fillCart, placeOrder, SHOPPER } from "./support/shopping"
import { openSmallMarketplace, PEOPLE } from "./support/small-marketplace"
import { waitFor } from "./support/wait-for"

jest.setTimeout(240_000)

const SEARCH = `query ($input: SearchInput!) { search(input: $input) { total
  hits { card { id handle title price { amount } sellerName } }
  facets { field values { value count } }
  sponsored { slot token card { id title } disclosure { label advertiser payer parameters settingsUrl } } } }`

interface Found {
  search: {
    total: number
    hits: { card: { id: string; handle: string; sellerName: string } }[]
    facets: { field: string; values: { value: string; count: number }[] }[]
    sponsored: {
      slot: number
      token: string
      card: { id: string }
      disclosure: { label: string; advertiser: string }
    }[]
  }
}

const PRODUCT = `query ($handle: String!) { product(handle: $handle) { variants { buyBox { offer { purchasableVariantId } } } } }`

const RETURN = `id state quote { total { amount } byTrader { traderName refund { amount } } }
  lines { id title ownerIsRetailer disposition bagCode refund { amount } }`

interface DeskReturn {
  id: string
  state: string
  quote: { total: { amount: number }; byTrader: { traderName: string; refund: { amount: number } }[] }
  lines: { id: string; title: string; ownerIsRetailer: boolean; bagCode: string | null }[]
}

const AUDIT = `{ audit { clean checks { name examined findings { subject detail } } } }`

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    it("sells for three traders, charges one click, takes a mixed return back and balances", async () => {
      const container = getContainer() as MedusaContainer
      const { products } = await openSmallMarketplace(container)
      await openSellers(api)
      const shopper = caller(api)
      const operator = await inRoom(api, PEOPLE.operator, "OPERATOR")

      // The brand bids for the word; the operator lets it.
      const brand = await inRoom(api, PEOPLE.brand, "BRAND")
      await brand(`mutation { topUpWallet(amountMicros: 50000000, idempotencyKey: "first") { wallet { micros } } }`)
      const { createCampaign } = await brand<{ createCampaign: { id: string } }>(
        `mutation ($input: CampaignInput!) { createCampaign(input: $input) { id state } }`,
        {
          input: {
            name: "Rentrée",
            productIds: [products.sweater.productId],
            targets: [{ kind: "KEYWORD_BROAD", value: "écume", bidMicros: 400000 }],
            dailyBudgetMicros: 10000000,
            lifetimeBudgetMicros: 50000000,
          },
        },
      )
      await operator(`mutation ($id: ID!) { approveCampaign(id: $id) { state } }`, { id: createCampaign.id })

      // The shopper searches; the ad is labelled and says who pays.
      const found = await waitFor("the shelf with its ad", 30, async () => {
        const { search } = await shopper<Found>(SEARCH, { input: { query: "ecume" } })
        return search.total > 0 && search.sponsored.length > 0 && search
      })
      expect(found.facets.map((facet) => facet.field)).toContain("price")
      const [ad] = found.sponsored
      expect(ad).toMatchObject({
        card: { id: products.sweater.productId },
        disclosure: { label: "Sponsorisé", advertiser: "Écume" },
      })

      // One click, sent three times at once: charged once.
      const click = `mutation ($token: String!, $slot: Int!) { clickAd(token: $token, slot: $slot) }`
      await Promise.all([1, 2, 3].map(() => shopper(click, { token: ad!.token, slot: ad!.slot })))
      const { adReport } = await brand<{ adReport: { billedClicks: number; spend: { micros: number } } }>(
        `{ adReport { clicks billedClicks spend { micros } } }`,
      )
      expect(adReport.billedClicks).toBe(1)
      expect(adReport.spend.micros).toBeGreaterThan(0)
      expect(adReport.spend.micros).toBeLessThanOrEqual(400000)
      const { advertiser } = await brand<{ advertiser: { wallet: { micros: number } } }>(
        `{ advertiser { wallet { micros } } }`,
      )
      expect(advertiser.wallet.micros).toBe(50000000 - adReport.spend.micros)

      // Three traders in one basket, one order, one charge.
      const { storefrontConfig } = await shopper<{ storefrontConfig: { publishableKey: string; regionId: string } }>(
        `{ storefrontConfig { publishableKey regionId } }`,
      )
      const offered = async (query: string) => {
        const { search } = await shopper<Found>(SEARCH, { input: { query } })
        const { product } = await shopper<{
          product: { variants: { buyBox: { offer: { purchasableVariantId: string } } }[] }
        }>(PRODUCT, { handle: search.hits[0]!.card.handle })
        return product.variants[0]!.buyBox.offer.purchasableVariantId
      }
      const cartId = await fillCart(api, storefrontConfig, [
        { variant_id: await offered("t-shirt"), quantity: 2 },
        { variant_id: await offered("tasse"), quantity: 3 },
        { variant_id: await offered("lampe"), quantity: 1 },
      ])
      await chooseCheapestDelivery(shopper, cartId)
      const [order, again] = await Promise.all([placeOrder(shopper, cartId), placeOrder(shopper, cartId)])
      expect(again.orderId).toBe(order.orderId)

      // Every trader ships its part; nobody sees the others'.
      const sellers = [await inRoom(api, PEOPLE.sellerA, "SELLER"), await inRoom(api, PEOPLE.sellerB, "SELLER")]
      for (const seller of sellers) {
        const { sellerOrders } = await seller<{
          sellerOrders: { items: { id: string; lines: { id: string; quantity: number }[] }[] }
        }>(`{ sellerOrders { items { id lines { id quantity } } } }`)
        expect(sellerOrders.items).toHaveLength(1)
        const [own] = sellerOrders.items
        expect(own!.lines).toHaveLength(1)
        await seller(`mutation ($id: ID!) { acceptSellerOrder(id: $id) { state } }`, { id: own!.id })
        const { shipParcel } = await seller<{ shipParcel: { parcels: { id: string }[] } }>(
          `mutation ($id: ID!, $parcel: ParcelInput!) { shipParcel(sellerOrderId: $id, parcel: $parcel) { parcels { id } } }`,
          {
            id: own!.id,
            parcel: {
              carrier: "Colissimo",
              trackingNumber: "1Z",
              lines: own!.lines.map((line) => ({ lineId: line.id, quantity: line.quantity })),
            },
          },
        )
        await seller(
          `mutation ($id: ID!, $parcelId: ID!) { markParcelDelivered(sellerOrderId: $id, parcelId: $parcelId) { state } }`,
          { id: own!.id, parcelId: shipParcel.parcels[0]!.id },
        )
      }
      await operator(
        `mutation ($id: ID!) { shipRetailerParcel(orderId: $id, carrier: "Colissimo", trackingNumber: "2Z") }`,
        {
          id: order.orderId,
        },
      )
      await operator(`mutation ($id: ID!) { markRetailerParcelDelivered(orderId: $id) }`, { id: order.orderId })

      // At the counter in Lyon: one shirt, two mugs, the lamp scratched; one refund.
      const desk = await atDesk(api, PEOPLE.clerk)
      const { deskFind } = await desk<{
        deskFind: { orderId: string; lines: { lineId: string; title: string; returnable: number }[] }
      }>(
        `mutation ($number: Int!, $email: String!) { deskFind(number: $number, email: $email) { orderId lines { lineId title returnable } } }`,
        { number: order.number, email: SHOPPER },
      )
      const lineOf = (title: string) => deskFind.lines.find((line) => line.title.includes(title))!.lineId
      const opened = await desk<{ openReturn: DeskReturn }>(
        `mutation ($orderId: ID!) { openReturn(orderId: $orderId, idempotencyKey: "visit-0001") { ${RETURN} } }`,
        { orderId: deskFind.orderId },
      )
      const returnId = opened.openReturn.id
      const withdrawal = { basis: "WITHDRAWAL", reason: "CHANGED_MIND", grade: "G1" }
      const photo = `data:image/png;base64,${Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]).toString("base64")}`
      const quoted = await desk<{ quoteReturn: DeskReturn }>(
        `mutation ($id: ID!, $lines: [ReturnLineInput!]!) { quoteReturn(returnId: $id, lines: $lines) { ${RETURN} } }`,
        {
          id: returnId,
          lines: [
            { ...withdrawal, lineId: lineOf("T-shirt"), quantity: 1 },
            { ...withdrawal, lineId: lineOf("Tasse"), quantity: 2 },
            { ...withdrawal, lineId: lineOf("Lampe"), quantity: 1, grade: "G3", deductionPercent: 10, photo },
          ],
        },
      )
      const settle = () =>
        desk<{ settleReturn: DeskReturn }>(
          `mutation ($id: ID!) { settleReturn(returnId: $id, signature: "Camille Durand") { ${RETURN} } }`,
          { id: returnId },
        )
      const settled = (await settle()).settleReturn
      expect(settled.state).toBe("REFUNDED")
      expect(settled.quote.total).toEqual(quoted.quoteReturn.quote.total)
      expect((await settle()).settleReturn).toEqual(settled)

      // Sellable stock moves at disposition only, and a seller's goods go to the cage.
      const dispose = (id: string, disposition: string) =>
        desk.code(
          `mutation ($id: ID!, $disposition: Disposition!) { disposeReturnLine(returnLineId: $id, disposition: $disposition) { id } }`,
          { id, disposition },
        )
      for (const line of settled.lines)
        expect(await dispose(line.id, line.ownerIsRetailer ? "SELLABLE" : "CAGE")).toBeUndefined()

      // The shopper sees the refund, the sellers their debit, and the books agree.
      const { shopperOrder } = await shopper<{
        shopperOrder: { total: { amount: number }; refundedTotal: { amount: number } }
      }>(
        `query ($token: String!) { shopperOrder(accessToken: $token) { total { amount } refundedTotal { amount } } }`,
        { token: order.accessToken },
      )
      expect(shopperOrder.refundedTotal).toEqual(settled.quote.total)
      const { sellerReturns } = await sellers[0]!<{
        sellerReturns: { items: { refund: { amount: number }; commissionBack: { amount: number } }[] }
      }>(`{ sellerReturns { items { refund { amount } commissionBack { amount } place } } }`)
      expect(sellerReturns.items).toMatchObject([{ refund: { amount: 2400 }, commissionBack: { amount: 360 } }])
      const { audit } = await operator<{
        audit: { clean: boolean; checks: { name: string; examined: number; findings: unknown[] }[] }
      }>(AUDIT)
      expect(audit.checks.flatMap((check) => check.findings)).toEqual([])
      expect(audit.clean).toBe(true)
      const examined = Object.fromEntries(audit.checks.map((check) => [check.name, check.examined]))
      expect(Object.values(examined).filter((count) => count > 0).length).toBeGreaterThanOrEqual(10)
      expect(await caller(api, bearer(await tokenOf(api, PEOPLE.brand, "BRAND"))).code(AUDIT)).toBe("NOT_ALLOWED")
    })
  },
})
