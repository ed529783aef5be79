import { addToCartWorkflow } from "@medusajs/medusa/core-flows"
import { placeOrder } from "./place-order"
import { readBasket } from "./read-basket"
import { fillBasket } from "../testing/three-sellers"
import { suspendSeller } from "../workflows/withdraw-seller"
import type { OrderDesk } from "../testing/order-desk"

/** What must not reach an order, and what must not become one. */
export function orderGuardScenarios(desk: OrderDesk): void {
  const { api, container, refused, tokenFor, place, reserved, count } = desk

  it("closes Medusa's routes that would corrupt or betray an order", async () => {
    const sold = await place()
    const store = { headers: { "x-publishable-api-key": desk.shop.setup.publishableKey } }
    const admin = { headers: { authorization: `Bearer ${tokenFor("user", "user_1")}` } }
    const returned = {
      order_id: sold.id,
      items: [{ id: sold.lines[0]!.lineId, quantity: 1 }],
      return_shipping: { option_id: desk.shop.setup.standardOptionId, price: 500 },
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
    const cartId = await fillBasket(container(), desk.shop)
    await suspendSeller(container(), { sellerId: desk.shop.sellerA, actor: "user_1", reason: "counterfeit" })
    await expect(placeOrder(container(), cartId)).rejects.toMatchObject({ code: "NOT_FOR_SALE" })
    const add = addToCartWorkflow(container()).run({
      input: { cart_id: cartId, items: [{ variant_id: desk.shop.variants.mug, quantity: 1 }] },
    })
    await expect(add).rejects.toMatchObject({ code: "NOT_FOR_SALE" })
    expect(await count("order")).toBe(0)
  })

  it("lets go of a basket that cannot be placed", async () => {
    const cartId = await fillBasket(container(), desk.shop, { quantities: { shirt: 0, mug: 40, lamp: 0 } })
    await placeOrder(
      container(),
      await fillBasket(container(), desk.shop, { quantities: { shirt: 0, mug: 20, lamp: 0 } }),
    )
    await expect(placeOrder(container(), cartId)).rejects.toMatchObject({ code: "OUT_OF_STOCK" })
    expect(await count("marketplace_checkout")).toBe(1)
    expect(await reserved()).toBe(20)
    expect(await readBasket(container(), cartId)).toMatchObject({ readyToPlace: false })
  })
}
