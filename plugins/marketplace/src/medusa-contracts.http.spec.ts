import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  beginReturnOrderWorkflow,
  completeCartWorkflow,
  confirmReturnRequestWorkflow,
  createOrderFulfillmentWorkflow,
  createOrderShipmentWorkflow,
  getOrderDetailWorkflow,
  requestItemReturnWorkflow,
} from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { knexOf } from "./modules/marketplace/resolve"
import { placeOrder } from "./orders/place-order"
import { prepareCart } from "./orders/prepare-cart"
import { readSoldOrder } from "./orders/sold-order"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"

jest.setTimeout(240_000)

/** What Medusa does today and our guards are built on. A red line here says: look whether the guard is still needed. */
medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    const container = () => getContainer() as MedusaContainer
    let shop: ThreeSellers

    beforeAll(async () => {
      shop = await openThreeSellers(container())
    })

    const sell = async () => {
      const { orderId } = await placeOrder(container(), await fillBasket(container(), shop))
      return readSoldOrder(container(), orderId)
    }
    const fulfil = (order: Awaited<ReturnType<typeof sell>>, sellerId: string | null) => {
      const line = order.lines.find((each) => each.sellerId === sellerId)!
      return knexOf(container())("marketplace_seller_order")
        .where("id", order.groups.find((group) => group.sellerId === sellerId)!.sellerOrderId)
        .first("shipping_option_id")
        .then(({ shipping_option_id }: { shipping_option_id: string }) =>
          createOrderFulfillmentWorkflow(container()).run({
            input: {
              order_id: order.id,
              items: [{ id: line.lineId, quantity: line.quantity }],
              shipping_option_id,
            },
          }),
        )
    }
    const detail = async (orderId: string) => {
      const fields = ["id", "total", "items.id", "items.detail.*", "payment_status"]
      const { result } = await getOrderDetailWorkflow(container()).run({ input: { order_id: orderId, fields } })
      return result as unknown as {
        total: number
        payment_status: string
        items: { detail: { fulfilled_quantity: number; shipped_quantity: number } }[]
      }
    }

    it("fulfils without a lock on the order: traders who ship at once may lose each other's quantities", async () => {
      const locking = container().resolve(Modules.LOCKING)
      const spies = [jest.spyOn(locking, "acquire"), jest.spyOn(locking, "execute")]
      const locked = () => spies.flatMap((spy) => spy.mock.calls.flatMap(([keys]) => keys))
      const order = await sell()
      expect(locked()).not.toEqual([]) // the spies see what completing a cart locks
      spies.forEach((spy) => spy.mockClear())
      await fulfil(order, shop.sellerA)
      expect(locked().filter((key) => key.includes(order.id))).toEqual([])
      spies.forEach((spy) => spy.mockRestore())
    })

    it("ships the whole fulfilment whatever quantity is named", async () => {
      const order = await sell()
      const { result } = await fulfil(order, shop.sellerA)
      const line = order.lines.find((each) => each.sellerId === shop.sellerA)!
      await createOrderShipmentWorkflow(container()).run({
        input: { order_id: order.id, fulfillment_id: result.id, items: [{ id: line.lineId, quantity: 1 }] },
      })
      const after = await detail(order.id)
      expect(after.items.map((item) => Number(item.detail.shipped_quantity)).sort()).toEqual([0, 0, 3])
    })

    it("cancels the authorisation of an order that changes before it is captured", async () => {
      const bus = container().resolve(Modules.EVENT_BUS) as unknown as {
        eventEmitter_: { removeAllListeners(event: string): void }
      }
      bus.eventEmitter_.removeAllListeners("order.placed")
      const cartId = await fillBasket(container(), shop)
      await prepareCart(container(), cartId)
      const { result } = await completeCartWorkflow(container()).run({ input: { id: cartId } })
      const [line] = (await knexOf(container())("order_item as i")
        .join("order_line_item as l", "l.id", "i.item_id")
        .where("i.order_id", result.id)
        .where("l.variant_id", shop.variants.shirt)
        .select("i.item_id as id")) as { id: string }[]
      await createOrderFulfillmentWorkflow(container()).run({
        input: {
          order_id: result.id,
          items: [{ id: line!.id, quantity: 2 }],
          shipping_option_id: shop.setup.standardOptionId,
        },
      })
      const begun = await beginReturnOrderWorkflow(container()).run({ input: { order_id: result.id } })
      const returnId = begun.result.return_id!
      await requestItemReturnWorkflow(container()).run({
        input: { return_id: returnId, items: [{ id: line!.id, quantity: 1 }] },
      })
      await confirmReturnRequestWorkflow(container()).run({ input: { return_id: returnId } })
      const payments = (await knexOf(container())("order_payment_collection as l")
        .join("payment as p", "p.payment_collection_id", "l.payment_collection_id")
        .where("l.order_id", result.id)
        .select("p.canceled_at")) as { canceled_at: Date | null }[]
      expect(payments.some((payment) => payment.canceled_at !== null)).toBe(true)
    })

    it("never honours the expiry of a lock row that a dead process left", async () => {
      const locking = container().resolve(Modules.LOCKING)
      await knexOf(container())("locking").insert({
        id: "left-behind",
        owner_id: "dead",
        expiration: new Date("2026-01-01"),
      })
      await expect(locking.acquire("left-behind", { ownerId: "alive", expire: 5 })).rejects.toThrow()
    })
  },
})
