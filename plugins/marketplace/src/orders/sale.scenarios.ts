import { acceptSellerOrder } from "./accept-order"
import { sellerOrderHead } from "./seller-order-head"
import { shipParcel } from "./ship-parcel"
import type { HttpAnswer, OrderDesk } from "../testing/order-desk"

/** A basket of three sellers, sold through the public doors and shipped. */
export function saleScenarios(desk: OrderDesk): void {
  const { api, container, graphql, tokenFor, sellerToken, place, medusaOrder, reserved, count } = desk

  it("sells a three-seller basket through the public doors and ships it", async () => {
    const headers = { "x-publishable-api-key": desk.shop.setup.publishableKey }
    const items = Object.values(desk.shop.variants).map((variant_id, i) => ({ variant_id, quantity: [2, 3, 1][i] }))
    const { data: made } = await api.post("/store/carts", { region_id: desk.shop.setup.regionId, items }, { headers })
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
      api.post(`/store/carts/${cartId}/complete`, {}, { headers }) as Promise<HttpAnswer>,
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

    const a = await sellerToken(desk.shop.emailA)
    const b = await sellerToken(desk.shop.emailB)
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
      expect(foreign.errors?.[0]?.extensions.code ?? foreign.data.sellerOrder).toBe(foreign.errors ? "NOT_FOUND" : null)
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
      // 20.88 € less the VAT in it.
      commissionRevenue: { amount: 1740 },
    })
    expect(overview.data.commissionLines.total).toBe(2)
  })

  it("keeps the order whole when all traders ship at once", async () => {
    const sold = await place()
    const heads = await Promise.all(
      [null, desk.shop.sellerA, desk.shop.sellerB].map((seller) =>
        sellerOrderHead(container(), seller, { orderId: sold.id }),
      ),
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
}

const PLACE = `mutation ($id: ID!) { placeOrder(cartId: $id) { orderId number total { amount } accessToken traders { name } } }`
const SHOPPER_ORDER = `query ($token: String!) { shopperOrder(accessToken: $token) { id number total { amount } email } }`
const FIND = `mutation ($number: Int!, $email: String!) { findOrder(number: $number, email: $email) { id number } }`
const ACCEPT = `mutation ($id: ID!) { acceptSellerOrder(id: $id) { id state } }`
const SHIP = `mutation ($id: ID!, $parcel: ParcelInput!) { shipParcel(sellerOrderId: $id, parcel: $parcel) {
  state lines { shipped } parcels { id trackingNumber } } }`
const DELIVER = `mutation ($id: ID!, $parcel: ID!) { markParcelDelivered(sellerOrderId: $id, parcelId: $parcel) { state } }`
