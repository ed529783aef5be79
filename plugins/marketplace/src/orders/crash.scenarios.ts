import { ContainerRegistrationKeys, generateEntityId, Modules } from "@medusajs/framework/utils"
import {
  capturePaymentWorkflow,
  completeCartWorkflow,
  createOrderFulfillmentWorkflow,
} from "@medusajs/medusa/core-flows"
import { knexOf } from "../modules/marketplace/resolve"
import { acceptSellerOrder } from "./accept-order"
import { finishOrder } from "./finish-order"
import { placeOrder } from "./place-order"
import { prepareCart } from "./prepare-cart"
import { recoverOrders } from "./recover-orders"
import { recoverParcels } from "./recover-parcels"
import { sellerOrderHead } from "./seller-order-head"
import { readSoldOrder } from "./sold-order"
import { fillBasket } from "../testing/three-sellers"
import type { OrderDesk } from "../testing/order-desk"

/** A checkout that died in its middle. */
export function crashScenarios(desk: OrderDesk): void {
  const { container, place, medusaOrder, reserved, count, withoutEvents } = desk

  describe("after a crash in the middle of a checkout", () => {
    const startAndDie = async (): Promise<string> => {
      withoutEvents()
      const cartId = await fillBasket(container(), desk.shop)
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
      const head = await sellerOrderHead(container(), desk.shop.sellerA, { orderId: sold.id })
      await acceptSellerOrder(container(), head)
      const lineId = sold.lines.find((each) => each.sellerId === desk.shop.sellerA)!.lineId
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
      const [after] = (await readSoldOrder(container(), sold.id)).groups.filter((g) => g.sellerId === desk.shop.sellerA)
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
}
