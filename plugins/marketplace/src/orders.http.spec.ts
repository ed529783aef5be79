import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId, generateJwtToken, Modules } from "@medusajs/framework/utils"
import {
  addToCartWorkflow,
  capturePaymentWorkflow,
  completeCartWorkflow,
  createOrderFulfillmentWorkflow,
  getOrderDetailWorkflow,
} from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { type Cents, cents, microsOf } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { readRules } from "./commission/rule-store"
import { updateRule } from "./commission/change-rules"
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"
import { acceptSellerOrder } from "./orders/accept-order"
import { finishOrder } from "./orders/finish-order"
import { placeOrder } from "./orders/place-order"
import { prepareCart } from "./orders/prepare-cart"
import { readBasket } from "./orders/read-basket"
import { recoverOrders } from "./orders/recover-orders"
import { recoverParcels } from "./orders/recover-parcels"
import { sellerOrderHead } from "./orders/seller-order-head"
import { settleRefund } from "./orders/settle-refund"
import { shipParcel } from "./orders/ship-parcel"
import { readSoldOrder, type SoldOrder } from "./orders/sold-order"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"
import { suspendSeller } from "./workflows/withdraw-seller"

jest.setTimeout(240_000)

interface Answer {
  status: number
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an HTTP answer is what the assertions make of it
  data: any
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    const container = () => getContainer() as MedusaContainer
    const ledger = () => container().resolve<LedgerModuleService>(LEDGER_MODULE)
    let shop: ThreeSellers

    beforeAll(async () => {
      shop = await openThreeSellers(container())
    })

    const graphql = async (query: string, variables: object = {}, token?: string) => {
      const headers = token ? { authorization: `Bearer ${token}` } : {}
      const answer = (await api.post("/graphql", { query, variables }, { headers })) as Answer
      return answer.data as { data: Record<string, any>; errors?: { extensions: { code: string } }[] } // eslint-disable-line @typescript-eslint/no-explicit-any -- as above
    }
    const refused = async (call: Promise<unknown>): Promise<Answer> =>
      call.then(
        (answer) => answer as Answer,
        (error: { response: Answer }) => error.response,
      )
    const tokenFor = (actor: string, id: string) => {
      const { http } = container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
      const claims = { actor_id: id, actor_type: actor, auth_identity_id: "x", app_metadata: {}, user_metadata: {} }
      return generateJwtToken(claims as never, { secret: http.jwtSecret as string, expiresIn: "1h" })
    }
    const sellerToken = async (email: string) => {
      const [member] = await marketplaceOf(container()).listSellerMembers({ email })
      return tokenFor("seller_member", member!.id)
    }
    const place = async (over: Parameters<typeof fillBasket>[2] = {}): Promise<SoldOrder> => {
      const { orderId } = await placeOrder(container(), await fillBasket(container(), shop, over))
      return readSoldOrder(container(), orderId)
    }
    const medusaOrder = async (id: string) => {
      const fields = ["id", "total", "summary.*", "items.*", "items.detail.*", "payment_status", "fulfillment_status"]
      const { result } = await getOrderDetailWorkflow(container()).run({ input: { order_id: id, fields } })
      return result as unknown as {
        total: number
        payment_status: string
        summary: { pending_difference: number }
        items: { id: string; detail: { fulfilled_quantity: number; shipped_quantity: number } }[]
      }
    }
    const count = async (table: string, where: object = {}): Promise<number> => {
      const [row] = (await knexOf(container())(table).where(where).count("* as n")) as { n: string }[]
      return Number(row!.n)
    }
    const reserved = async (): Promise<number> => {
      const [row] = (await knexOf(container())("reservation_item").whereNull("deleted_at").sum("quantity as n")) as {
        n: string | null
      }[]
      return Number(row!.n ?? 0)
    }
    /** A killed process sends no event; tests of the aftermath must not get one either. */
    const withoutEvents = () => {
      const bus = container().resolve(Modules.EVENT_BUS) as unknown as {
        eventEmitter_: { removeAllListeners(event: string): void }
      }
      bus.eventEmitter_.removeAllListeners("order.placed")
    }

    it("sells a three-seller basket through the public doors and ships it", async () => {
      const headers = { "x-publishable-api-key": shop.setup.publishableKey }
      const items = Object.values(shop.variants).map((variant_id, i) => ({ variant_id, quantity: [2, 3, 1][i] }))
      const { data: made } = await api.post("/store/carts", { region_id: shop.setup.regionId, items }, { headers })
      const cartId: string = made.cart.id
      const address = {
        first_name: "Camille",
        last_name: "Durand",
        address_1: "3 quai Saint-Vincent",
        postal_code: "69001",
        city: "Lyon",
        country_code: "fr",
      }
      await api.post(`/store/carts/${cartId}`, { email: "Camille@Exemple.fr", shipping_address: address }, { headers })
      const basket = await graphql(
        `
          query ($id: ID!) {
            basket(cartId: $id, locale: en) {
              total {
                amount
              }
              readyToPlace
              itemCount
              groups {
                trader {
                  name
                  isRetailer
                }
                itemsTotal {
                  amount
                }
                chosenDeliveryId
                lines {
                  title
                  quantity
                  total {
                    amount
                  }
                  available
                }
                deliveryOptions {
                  id
                  name
                  price {
                    amount
                  }
                  minDays
                  maxDays
                }
              }
            }
          }
        `,
        { id: cartId },
      )
      const groups = basket.data.basket.groups as {
        trader: { name: string }
        itemsTotal: { amount: number }
        lines: { title: string }[]
        deliveryOptions: { id: string; price: { amount: number } }[]
      }[]
      expect(
        groups.map((g) => [g.trader.name, g.itemsTotal.amount, g.deliveryOptions.map((o) => o.price.amount)]),
      ).toEqual([
        ["Maison Gondole", 4000, [500, 900]],
        ["Tasses & Cie", 3600, [490, 990]],
        ["Lampes du Nord", 12900, [0, 500]],
      ])
      expect(groups[0]!.lines[0]!.title).toBe("T-shirt (en)")
      expect(basket.data.basket.readyToPlace).toBe(false)

      const choose = `mutation ($id: ID!, $options: [ID!]!) { chooseDelivery(cartId: $id, optionIds: $options) {
        total { amount } deliveryTotal { amount } readyToPlace } }`
      const cheapest = groups.map((g) => g.deliveryOptions[0]!.id)
      const twice = await graphql(choose, { id: cartId, options: groups[0]!.deliveryOptions.map((o) => o.id) })
      expect(twice.errors?.[0]?.extensions.code).toBe("BAD_INPUT")
      const chosen = await graphql(choose, { id: cartId, options: cheapest })
      expect(chosen.data.chooseDelivery).toEqual({
        total: { amount: 21490 },
        deliveryTotal: { amount: 990 },
        readyToPlace: true,
      })

      const [first, second, native] = await Promise.all([
        graphql(PLACE, { id: cartId }),
        graphql(PLACE, { id: cartId }),
        api.post(`/store/carts/${cartId}/complete`, {}, { headers }) as Promise<Answer>,
      ])
      const placed = first.data.placeOrder
      expect(second.data.placeOrder).toEqual(placed)
      expect(native.data).toMatchObject({ type: "order", order: { id: placed.orderId, total: 214.9 } })
      expect(placed.total.amount).toBe(21490)
      expect(await count("marketplace_placed_order")).toBe(1)
      expect(await count("order")).toBe(1)
      expect(
        (
          await graphql(
            `
              query ($id: ID!) {
                basket(cartId: $id) {
                  cartId
                }
              }
            `,
            { id: cartId },
          )
        ).data.basket,
      ).toBeNull()

      const byToken = await graphql(SHOPPER_ORDER, { token: placed.accessToken })
      expect(byToken.data.shopperOrder).toMatchObject({ number: placed.number, total: { amount: 21490 } })
      expect((await graphql(SHOPPER_ORDER, { token: `${placed.orderId}.x` })).data.shopperOrder).toBeNull()
      const found = await graphql(FIND, { number: placed.number, email: "camille@exemple.FR" })
      expect(found.data.findOrder.id).toBe(placed.orderId)
      for (const wrong of [
        { number: placed.number, email: "x@y.fr" },
        { number: 999, email: "camille@exemple.fr" },
      ])
        expect((await graphql(FIND, wrong)).errors?.[0]?.extensions.code).toBe("ORDER_NOT_FOUND")

      const a = await sellerToken(shop.emailA)
      const b = await sellerToken(shop.emailB)
      const listed = await graphql(
        `
          {
            sellerOrders {
              total
              items {
                id
                state
                netTotal {
                  amount
                }
                commissionTotal {
                  amount
                }
                shippingAddress
                lines {
                  id
                  quantity
                }
              }
            }
          }
        `,
        {},
        a,
      )
      const own = listed.data.sellerOrders.items[0]
      expect(listed.data.sellerOrders.total).toBe(1)
      expect(own).toMatchObject({ state: "TO_ACCEPT", netTotal: { amount: 3550 }, commissionTotal: { amount: 540 } })
      expect(own.shippingAddress).toBe("Camille Durand, 3 quai Saint-Vincent, 69001 Lyon, FR")

      const parcel = (quantity: number, tracking: string) => ({
        id: own.id,
        parcel: { carrier: "Colissimo", trackingNumber: tracking, lines: [{ lineId: own.lines[0].id, quantity }] },
      })
      expect((await graphql(SHIP, parcel(2, "T1"), a)).errors?.[0]?.extensions.code).toBe("SELLER_ORDER_STATE")
      for (const [query, variables] of [
        [`query ($id: ID!) { sellerOrder(id: $id) { id } }`, { id: own.id }],
        [ACCEPT, { id: own.id }],
        [SHIP, parcel(2, "T1")],
        [DELIVER, { id: own.id, parcel: "parcel_x" }],
      ] as const) {
        const foreign = await graphql(query, variables, b)
        expect(foreign.errors?.[0]?.extensions.code ?? foreign.data.sellerOrder).toBe(
          foreign.errors ? "NOT_FOUND" : null,
        )
        expect((await graphql(query, variables)).errors?.[0]?.extensions.code).toBe("NOT_SIGNED_IN")
      }
      expect((await graphql(ACCEPT, { id: own.id }, a)).data.acceptSellerOrder.state).toBe("ACCEPTED")
      const part = await graphql(SHIP, parcel(2, "T1"), a)
      expect(part.data.shipParcel).toMatchObject({ state: "PARTIALLY_SHIPPED", lines: [{ shipped: 2 }] })
      expect((await graphql(SHIP, parcel(2, "T2"), a)).errors?.[0]?.extensions.code).toBe("NOTHING_TO_SHIP")
      const rest = await graphql(SHIP, parcel(1, "T2"), a)
      expect(rest.data.shipParcel.state).toBe("SHIPPED")
      for (const each of rest.data.shipParcel.parcels) await graphql(DELIVER, { id: own.id, parcel: each.id }, a)
      const done = await graphql(
        `
          query ($id: ID!) {
            sellerOrder(id: $id) {
              state
              shippingAddress
            }
          }
        `,
        { id: own.id },
        a,
      )
      expect(done.data.sellerOrder).toEqual({ state: "DELIVERED", shippingAddress: "" })

      const operator = tokenFor("user", "user_1")
      const send = `mutation ($id: ID!) { shipRetailerParcel(orderId: $id, carrier: "Colissimo", trackingNumber: "R1") }`
      expect((await graphql(send, { id: placed.orderId }, operator)).data).toEqual({ shipRetailerParcel: true })
      await graphql(
        `
          mutation ($id: ID!) {
            markRetailerParcelDelivered(orderId: $id)
          }
        `,
        { id: placed.orderId },
        operator,
      )
      const overview = await graphql(
        `
          {
            operatorOrders {
              items {
                number
                traders
                states
              }
            }
            operatorDashboard {
              ordersToday
              grossMerchandiseValue {
                amount
              }
              marketplaceShare
              commissionRevenue {
                amount
              }
            }
            commissionLines {
              total
              items {
                title
                ruleName
                rateBps
                base {
                  amount
                }
                amount {
                  amount
                }
              }
            }
          }
        `,
        {},
        operator,
      )
      expect(overview.data.operatorOrders.items[0]).toEqual({
        number: placed.number,
        traders: ["Maison Gondole", expect.any(String), expect.any(String)],
        states: expect.arrayContaining(["DELIVERED", "DELIVERED", "TO_ACCEPT"]),
      })
      expect(overview.data.operatorDashboard).toEqual({
        ordersToday: 1,
        grossMerchandiseValue: { amount: 20500 },
        marketplaceShare: 80.5,
        commissionRevenue: { amount: 2088 },
      })
      expect(overview.data.commissionLines.total).toBe(2)
    })

    it("keeps the order whole when all traders ship at once", async () => {
      const sold = await place()
      const heads = await Promise.all(
        [null, shop.sellerA, shop.sellerB].map((seller) => sellerOrderHead(container(), seller, { orderId: sold.id })),
      )
      await Promise.all(heads.map((head) => acceptSellerOrder(container(), head)))
      await Promise.all(
        heads.map((head, i) => shipParcel(container(), head, { carrier: "X", trackingNumber: `T${i}`, lines: null })),
      )
      const order = await medusaOrder(sold.id)
      expect(order).toMatchObject({ total: 214.9, summary: { pending_difference: 0 }, payment_status: "captured" })
      expect(order.items.map((item) => item.detail.shipped_quantity).sort()).toEqual([1, 2, 3])
      expect(await reserved()).toBe(0)
    })

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
        { sellerId: shop.sellerA, refund: 2400, commissionBack: 360, debit: 2040 },
        { sellerId: shop.sellerB, refund: 11610, commissionBack: 1393, debit: 10217 },
      ]
      for (const each of settled) expect(each.shares).toEqual(expected)
      expect(expected.reduce((a, each) => a + each.debit + each.commissionBack, 0)).toBe(16010)
      expect((await ledger().owed("provider_clearing", null)) - clearing).toBe(microsOf(cents(16010)))
      expect(await ledger().owed("seller_payable", shop.sellerA)).toBe(microsOf(cents(3600 + 490 - 540 - 2040)))
      expect(await ledger().owed("seller_payable", shop.sellerB)).toBe(microsOf(cents(12900 - 1548 - 10217)))
      expect(await count("marketplace_refund_share")).toBe(3)

      const changed = { ...refund, shares: [share("T-shirt", 1, 1999)] }
      await expect(settleRefund(container(), changed)).rejects.toMatchObject({ code: "LEDGER_KEY_REUSED" })
      const tooMuch = { ...refund, key: "return-2", shares: [share("Lampe", 1, 1291)] }
      await expect(settleRefund(container(), tooMuch)).rejects.toMatchObject({ code: "REFUND_ABOVE_SALE" })
      const foreign = { ...refund, key: "return-3", shares: [{ ...share("Tasse", 1, 100), sellerId: shop.sellerB }] }
      await expect(settleRefund(container(), foreign)).rejects.toMatchObject({ code: "NOT_FOUND" })
      const rest = { ...refund, key: "return-4", shares: [share("Lampe", 0, 1290), share("Tasse", 1, 1200)] }
      expect((await settleRefund(container(), rest)).shares.map((each) => each.commissionBack)).toEqual([155, 180])

      const a = await sellerToken(shop.emailA)
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
      expect(microsOf(closing.amount)).toBe(await ledger().owed("seller_payable", shop.sellerA))
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

    it("closes Medusa's routes that would corrupt or betray an order", async () => {
      const sold = await place()
      const store = { headers: { "x-publishable-api-key": shop.setup.publishableKey } }
      const admin = { headers: { authorization: `Bearer ${tokenFor("user", "user_1")}` } }
      const returned = {
        order_id: sold.id,
        items: [{ id: sold.lines[0]!.lineId, quantity: 1 }],
        return_shipping: { option_id: shop.setup.standardOptionId, price: 500 },
      }
      expect((await refused(api.post("/store/returns", returned, store))).status).toBe(409)
      expect((await refused(api.get(`/store/orders/${sold.id}`, store))).status).toBe(404)
      expect((await refused(api.post(`/store/orders/${sold.id}/transfer/request`, {}, store))).status).toBe(409)
      for (const path of [
        `orders/${sold.id}/fulfillments`,
        `orders/${sold.id}/cancel`,
        `orders/${sold.id}`,
        "returns",
        "returns/return_1/request-items",
        "exchanges",
        "claims",
        "order-edits",
        "draft-orders",
        "payments/pay_1/refund",
        "payments/pay_1/capture",
        "payment-collections",
        "fulfillments/ful_1/cancel",
      ])
        expect([path, (await refused(api.post(`/admin/${path}`, {}, admin))).status]).toEqual([path, 409])
      const weak = { email: "new@exemple.fr", password: "abc" }
      expect((await refused(api.post("/auth/customer/emailpass/register", weak))).status).toBe(400)
      const strong = { email: "new@exemple.fr", password: "cachalot-bricole-7-lunettes" }
      expect((await refused(api.post("/auth/customer/emailpass/register", strong))).status).toBe(200)
      expect((await refused(api.post("/auth/seller_member/emailpass/register", strong))).status).toBe(403)
      const guesses = await Promise.all(
        Array.from({ length: 12 }, (_, i) =>
          refused(api.post("/auth/customer/emailpass", { ...weak, email: "guess@exemple.fr", password: `x${i}` })),
        ),
      )
      expect(guesses.filter((each) => each.status === 429).length).toBeGreaterThanOrEqual(2)
    })

    it("sells nothing of a suspended seller", async () => {
      const cartId = await fillBasket(container(), shop)
      await suspendSeller(container(), { sellerId: shop.sellerA, actor: "user_1", reason: "counterfeit" })
      await expect(placeOrder(container(), cartId)).rejects.toMatchObject({ code: "NOT_FOR_SALE" })
      const add = addToCartWorkflow(container()).run({
        input: { cart_id: cartId, items: [{ variant_id: shop.variants.mug, quantity: 1 }] },
      })
      await expect(add).rejects.toMatchObject({ code: "NOT_FOR_SALE" })
      expect(await count("order")).toBe(0)
    })

    it("lets go of a basket that cannot be placed", async () => {
      const cartId = await fillBasket(container(), shop, { quantities: { shirt: 0, mug: 40, lamp: 0 } })
      await placeOrder(container(), await fillBasket(container(), shop, { quantities: { shirt: 0, mug: 20, lamp: 0 } }))
      await expect(placeOrder(container(), cartId)).rejects.toMatchObject({ code: "OUT_OF_STOCK" })
      expect(await count("marketplace_checkout")).toBe(1)
      expect(await reserved()).toBe(20)
      expect(await readBasket(container(), cartId)).toMatchObject({ readyToPlace: false })
    })

    describe("after a crash in the middle of a checkout", () => {
      const startAndDie = async (): Promise<string> => {
        withoutEvents()
        const cartId = await fillBasket(container(), shop)
        await prepareCart(container(), cartId)
        return cartId
      }
      /** Written last, or the recovery job would be quicker than the test. */
      const intent = (cartId: string) =>
        knexOf(container())("marketplace_checkout").insert({ cart_id: cartId, started_at: new Date() })
      const complete = async (cartId: string): Promise<string> =>
        (await completeCartWorkflow(container()).run({ input: { id: cartId } })).result.id
      const paymentOf = async (orderId: string): Promise<string> => {
        const row = (await knexOf(container())("order_payment_collection as l")
          .join("payment as p", "p.payment_collection_id", "l.payment_collection_id")
          .where("l.order_id", orderId)
          .first("p.id")) as { id: string }
        return row.id
      }
      const assertOnce = async (cartId: string) => {
        const placed = await placeOrder(container(), cartId)
        expect(await count("order", { deleted_at: null })).toBe(1)
        expect(await count("capture")).toBe(1)
        expect(await count("order_transaction")).toBe(1)
        expect(await count("ledger_journal")).toBe(1)
        expect(await count("marketplace_seller_order")).toBe(3)
        expect(await count("marketplace_checkout", { finished_at: null })).toBe(0)
        expect(await reserved()).toBe(6)
        expect(await medusaOrder(placed.orderId)).toMatchObject({ total: 214.9, summary: { pending_difference: 0 } })
      }

      it("goes on with an order that was authorised only", async () => {
        const cartId = await startAndDie()
        await complete(cartId)
        await intent(cartId)
        await recoverOrders(container())
        expect(await count("marketplace_placed_order")).toBe(1)
        expect(await recoverOrders(container())).toBe(0)
        await assertOnce(cartId)
      })

      it("does not capture twice what was captured before our books", async () => {
        const cartId = await startAndDie()
        const orderId = await complete(cartId)
        await capturePaymentWorkflow(container()).run({ input: { payment_id: await paymentOf(orderId) } })
        await intent(cartId)
        await Promise.all([recoverOrders(container()), finishOrder(container(), orderId)])
        await assertOnce(cartId)
      })

      it("repairs a capture that died in its middle", async () => {
        const cartId = await startAndDie()
        const orderId = await complete(cartId)
        await knexOf(container())("capture").insert({
          id: generateEntityId(undefined, "capt"),
          payment_id: await paymentOf(orderId),
          amount: 214.9,
          raw_amount: JSON.stringify({ value: "214.9", precision: 20 }),
        })
        await intent(cartId)
        await recoverOrders(container())
        expect(await count("capture", { deleted_at: null })).toBe(1)
        expect(await medusaOrder(orderId)).toMatchObject({ payment_status: "captured" })
      })

      it("writes the transaction that a capture could not", async () => {
        const cartId = await startAndDie()
        const orderId = await complete(cartId)
        await container()
          .resolve(Modules.PAYMENT)
          .capturePayment({ payment_id: await paymentOf(orderId) })
        await intent(cartId)
        await recoverOrders(container())
        await assertOnce(cartId)
      })

      it("takes back an order whose payment was never authorised, and lets the shopper order again", async () => {
        const cartId = await startAndDie()
        const cart = await container()
          .resolve(Modules.CART)
          .retrieveCart(cartId, { relations: ["items"] })
        const [order] = await container()
          .resolve(Modules.ORDER)
          .createOrders([
            {
              currency_code: "eur",
              email: cart.email,
              region_id: cart.region_id,
              metadata: cart.metadata,
              items: cart.items!.map((item) => ({
                title: item.title,
                variant_id: item.variant_id,
                product_id: item.product_id,
                quantity: item.quantity,
                unit_price: item.unit_price,
              })),
            } as never,
          ])
        const levels = await container().resolve(Modules.INVENTORY).listInventoryLevels({})
        const level = levels.find((each) => Number(each.stocked_quantity) >= 2)
        await container()
          .resolve(Modules.INVENTORY)
          .createReservationItems([
            {
              line_item_id: order!.items![0]!.id,
              inventory_item_id: level!.inventory_item_id,
              location_id: level!.location_id,
              quantity: 2,
            },
          ])
        await container()
          .resolve(ContainerRegistrationKeys.LINK)
          .create({ [Modules.ORDER]: { order_id: order!.id }, [Modules.CART]: { cart_id: cartId } })
        await container()
          .resolve(Modules.CART)
          .updateCarts([{ id: cartId, completed_at: new Date() }])
        // What Medusa's lock of a killed completion looks like.
        await knexOf(container())("locking").insert({
          id: cartId,
          owner_id: "dead",
          expiration: new Date(Date.now() + 100_000),
        })
        await intent(cartId)
        const placed = await placeOrder(container(), cartId)
        expect(placed.orderId).not.toBe(order!.id)
        await assertOnce(cartId)
      })

      it("ships a parcel that Medusa knows and forgets one that it does not", async () => {
        const sold = await place()
        const head = await sellerOrderHead(container(), shop.sellerA, { orderId: sold.id })
        await acceptSellerOrder(container(), head)
        const lineId = sold.lines.find((each) => each.sellerId === shop.sellerA)!.lineId
        for (const id of ["parcel_known", "parcel_unknown"]) {
          const row = { id, seller_order_id: head.id, order_id: sold.id, carrier: "X", tracking_number: id }
          await knexOf(container())("marketplace_parcel").insert({
            ...row,
            state: "preparing",
            prepared_at: new Date("2026-01-01"),
          })
          await knexOf(container())("marketplace_parcel_line").insert({ parcel_id: id, line_id: lineId, quantity: 1 })
        }
        await createOrderFulfillmentWorkflow(container()).run({
          input: {
            order_id: sold.id,
            items: [{ id: lineId, quantity: 1 }],
            shipping_option_id: head.optionId!,
            metadata: { parcel_id: "parcel_known" },
          },
        })
        await recoverParcels(container())
        const [after] = (await readSoldOrder(container(), sold.id)).groups.filter((g) => g.sellerId === shop.sellerA)
        expect(after).toMatchObject({ state: "PARTIALLY_SHIPPED", parcels: [{ trackingNumber: "parcel_known" }] })
        expect(await count("marketplace_parcel")).toBe(1)
      })

      it("forgets a checkout that died before anything happened", async () => {
        const cartId = await startAndDie()
        await intent(cartId)
        await recoverOrders(container())
        expect(await count("marketplace_checkout")).toBe(0)
        expect(await count("order")).toBe(0)
        await assertOnce(cartId)
      })
    })
  },
})

const PLACE = `mutation ($id: ID!) { placeOrder(cartId: $id) { orderId number total { amount } accessToken traders { name } } }`
const SHOPPER_ORDER = `query ($token: String!) { shopperOrder(accessToken: $token) { id number total { amount } email } }`
const FIND = `mutation ($number: Int!, $email: String!) { findOrder(number: $number, email: $email) { id number } }`
const ACCEPT = `mutation ($id: ID!) { acceptSellerOrder(id: $id) { id state } }`
const SHIP = `mutation ($id: ID!, $parcel: ParcelInput!) { shipParcel(sellerOrderId: $id, parcel: $parcel) {
  state lines { shipped } parcels { id trackingNumber } } }`
const DELIVER = `mutation ($id: ID!, $parcel: ID!) { markParcelDelivered(sellerOrderId: $id, parcelId: $parcel) { state } }`
