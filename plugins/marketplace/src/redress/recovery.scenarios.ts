import { Modules } from "@medusajs/framework/utils"
import { cents } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { sellerOrderHead } from "../orders/seller-order-head"
import { shipParcel } from "../orders/ship-parcel"
import { readSoldOrder, type SoldOrder } from "../orders/sold-order"
import { refuseLines } from "./let-go"
import { payBack } from "./pay-back"
import { recoverRedress } from "./recover-redress"
import { insertRedress } from "./redress"
import { takeUnits } from "./take-units"
import type { OrderDesk } from "../testing/order-desk"

/** A refusal that was cut off, or whose provider was down, comes to its end. */
export function redressRecoveryScenarios(desk: OrderDesk): void {
  const { container, place, medusaOrder, reserved, refunded, stateOf } = desk

  it("carries a refusal to its end from wherever it was cut off, and pays once", async () => {
    const redress = async (sold: SoldOrder, lineId: string, seller: string) => {
      const head = await sellerOrderHead(container(), seller, { orderId: sold.id })
      const id = `redress_${sold.number}_${seller.slice(-4)}`
      await knexOf(container()).transaction((trx) =>
        insertRedress(
          trx,
          {
            id,
            at: new Date(),
            intent: {
              key: id,
              orderId: sold.id,
              sellerOrderId: head.id,
              sellerId: seller,
              kind: "REFUSAL",
              by: { role: "SELLER", id: "m" },
              reason: "DAMAGED",
            },
            plan: { lines: [{ lineId, quantity: 1, amount: cents(1200) }], delivery: cents(0), amount: cents(1200) },
          },
          0,
        ),
      )
      return { id, order_id: sold.id, by_id: "m" }
    }
    const cuts: ((row: { id: string; order_id: string; by_id: string }, lineId: string) => Promise<void>)[] = [
      async () => {},
      // Medusa's change was opened and not confirmed.
      async (row, lineId) => {
        const orders = container().resolve(Modules.ORDER)
        const confirm = jest.spyOn(orders, "confirmOrderChange").mockRejectedValueOnce(new Error("killed"))
        await expect(
          takeUnits(container(), row, [{ line_id: lineId, quantity: 1, amount: 1200, title: "Tasse" }]),
        ).rejects.toThrow("killed")
        confirm.mockRestore()
      },
      // Confirmed, but the stock was not freed.
      async (row, lineId) => {
        const inventory = container().resolve(Modules.INVENTORY)
        const update = jest.spyOn(inventory, "updateReservationItems").mockRejectedValueOnce(new Error("killed"))
        await expect(
          takeUnits(container(), row, [{ line_id: lineId, quantity: 1, amount: 1200, title: "Tasse" }]),
        ).rejects.toThrow("killed")
        update.mockRestore()
      },
      // Paid back by the provider, unknown to the order.
      async (row, lineId) => {
        await takeUnits(container(), row, [{ line_id: lineId, quantity: 1, amount: 1200, title: "Tasse" }])
        const [payment] = await container()
          .resolve(Modules.PAYMENT)
          .listPayments({}, { order: { created_at: "DESC" } })
        await container()
          .resolve(Modules.PAYMENT)
          .refundPayment({ payment_id: payment!.id, amount: 12, note: `redress:${row.id}` } as never)
      },
      // Paid and known to Medusa, not in our books.
      async (row, lineId) => {
        await takeUnits(container(), row, [{ line_id: lineId, quantity: 1, amount: 1200, title: "Tasse" }])
        await payBack(container(), {
          orderId: row.order_id,
          mark: `redress:${row.id}`,
          amount: cents(1200),
          pendingBefore: 0,
        })
      },
    ]
    for (const cut of cuts) {
      const sold = await place({ quantities: { shirt: 0, mug: 3, lamp: 0 } })
      const before = { refunded: await refunded(), reserved: await reserved() }
      const line = sold.lines[0]!
      const row = await redress(sold, line.lineId, desk.shop.sellerA)
      await cut(row, line.lineId)
      expect(await recoverRedress(container())).toBe(1)
      expect(await recoverRedress(container())).toBe(0)
      expect((await refunded()) - before.refunded).toBe(1200)
      expect((await reserved()) - before.reserved).toBe(-1)
      expect(await medusaOrder(sold.id)).toMatchObject({ total: 28.9, summary: { pending_difference: 0 } })
      expect((await readSoldOrder(container(), sold.id)).lines[0]).toMatchObject({ quantity: 2, total: 2400 })
    }
  })

  it("keeps a refusal while the provider is down, and pays when it is back", async () => {
    const sold = await place({ quantities: { shirt: 1, mug: 3, lamp: 0 } })
    const head = await sellerOrderHead(container(), desk.shop.sellerA, { orderId: sold.id })
    const payments = container().resolve(Modules.PAYMENT)
    const down = jest.spyOn(payments, "refundPayment").mockRejectedValue(new Error("provider is down"))
    const by = { role: "SELLER", id: "m" } as const
    const refusal = { key: "refuse-0001", lines: null, reason: "DAMAGED" as const, note: "" }
    expect(await refuseLines(container(), head, by, refusal)).toMatchObject({ settled: false })
    expect(await stateOf(head.id)).toBe("REFUSED")
    await recoverRedress(container())
    expect(await refunded()).toBe(0)
    // Nobody else waits for the provider.
    const house = await sellerOrderHead(container(), null, { orderId: sold.id })
    await shipParcel(container(), house, { carrier: "UPS", trackingNumber: "1Z", lines: null })
    expect(await stateOf(house.id)).toBe("SHIPPED")
    down.mockRestore()
    expect(await recoverRedress(container())).toBe(1)
    expect(await refunded()).toBe(4090)
    expect(await medusaOrder(sold.id)).toMatchObject({ summary: { pending_difference: 0 } })
    expect(await refuseLines(container(), head, by, refusal)).toMatchObject({ settled: true })
    expect(await refunded()).toBe(4090)
  })
}
