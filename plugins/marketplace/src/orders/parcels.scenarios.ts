import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { knexOf } from "../modules/marketplace/resolve"
import { acceptSellerOrder } from "./accept-order"
import { levelsBefore } from "./complete-fulfilment"
import { withOrderLock } from "./order-lock"
import { recoverParcels } from "./recover-parcels"
import { sellerOrderHead } from "./seller-order-head"
import { shipParcel } from "./ship-parcel"
import type { OrderDesk } from "../testing/order-desk"

/** Parcels that a crash or a recovery met halfway. */
export function parcelScenarios(desk: OrderDesk): void {
  const { container, place, medusaOrder, stateOf } = desk

  it("finishes a parcel from any step at which Medusa's fulfilment may have died", async () => {
    const stock = async () => {
      const [row] = (await knexOf(container())("inventory_level as l")
        .join("product_variant_inventory_item as v", "v.inventory_item_id", "l.inventory_item_id")
        .where("v.variant_id", desk.shop.variants.mug)
        .select("l.stocked_quantity as n")) as { n: string }[]
      return Number(row!.n)
    }
    const orders = container().resolve(Modules.ORDER)
    const steps = ["row", "stock", "registered", "linked"] as const
    for (const until of steps) {
      const sold = await place({ quantities: { shirt: 0, mug: 3, lamp: 0 } })
      const head = await sellerOrderHead(container(), desk.shop.sellerA, { orderId: sold.id })
      await acceptSellerOrder(container(), head)
      const [before, lineId] = [await stock(), sold.lines[0]!.lineId]
      const parcel = { id: `parcel_${until}`, lines: [{ lineId, quantity: 2 }] }
      await knexOf(container())("marketplace_parcel").insert({
        id: parcel.id,
        seller_order_id: head.id,
        order_id: sold.id,
        state: "preparing",
        carrier: "UPS",
        tracking_number: "1Z",
        prepared_at: new Date(),
        stock_before: JSON.stringify(await levelsBefore(container(), parcel.lines)),
      })
      await knexOf(container())("marketplace_parcel_line").insert({
        parcel_id: parcel.id,
        line_id: lineId,
        quantity: 2,
      })
      const [reservation] = await container().resolve(Modules.INVENTORY).listReservationItems({ line_item_id: lineId })
      const [option] = await container().resolve(Modules.FULFILLMENT).listShippingOptions({ id: head.optionId! })
      const { result: fulfilment } = await createFulfillmentWorkflow(container()).run({
        input: {
          location_id: reservation!.location_id,
          provider_id: option!.provider_id!,
          shipping_option_id: option!.id,
          items: [
            {
              line_item_id: lineId,
              inventory_item_id: reservation!.inventory_item_id,
              quantity: 2,
              title: "x",
              sku: "x",
              barcode: "",
            },
          ],
          delivery_address: {},
          metadata: { parcel_id: parcel.id },
        } as never,
      })
      const reached = (step: (typeof steps)[number]) => steps.indexOf(step) <= steps.indexOf(until)
      if (reached("stock"))
        await container()
          .resolve(Modules.INVENTORY)
          .adjustInventory(reservation!.inventory_item_id, reservation!.location_id, -2)
      if (reached("registered"))
        await orders.registerFulfillment({
          order_id: sold.id,
          reference: Modules.FULFILLMENT,
          reference_id: fulfilment.id,
          items: [{ id: lineId, quantity: 2 }],
        })
      if (reached("linked"))
        await container()
          .resolve(ContainerRegistrationKeys.LINK)
          .create({
            [Modules.ORDER]: { order_id: sold.id },
            [Modules.FULFILLMENT]: { fulfillment_id: fulfilment.id },
          })
      await recoverParcels(container())
      expect([until, await stateOf(head.id)]).toEqual([until, "PARTIALLY_SHIPPED"])
      expect([until, before - (await stock())]).toEqual([until, 2])
      const after = await medusaOrder(sold.id)
      expect(after.items[0]!.detail).toMatchObject({ fulfilled_quantity: 2, shipped_quantity: 2 })
      const [left] = await container().resolve(Modules.INVENTORY).listReservationItems({ line_item_id: lineId })
      expect(Number(left!.quantity)).toBe(1)
      // The rest goes the usual way, and a delivery that died between fulfilment and order is finished.
      await shipParcel(container(), head, { carrier: "UPS", trackingNumber: "1Y", lines: null })
      await container()
        .resolve(Modules.FULFILLMENT)
        .updateFulfillment(fulfilment.id, { delivered_at: new Date() } as never)
      expect(await recoverParcels(container())).toBe(1)
      expect((await medusaOrder(sold.id)).items[0]!.detail).toMatchObject({ delivered_quantity: 2 })
    }
  })

  it("does not take a parcel that is being shipped meanwhile for a delivered one", async () => {
    const sold = await place()
    const head = await sellerOrderHead(container(), desk.shop.sellerA, { orderId: sold.id })
    await acceptSellerOrder(container(), head)
    await shipParcel(container(), head, { carrier: "UPS", trackingNumber: "1Z", lines: null })
    const parcel = () => knexOf(container())("marketplace_parcel").where("seller_order_id", head.id)
    await parcel().update({ state: "preparing" })
    let recovery: Promise<number> | undefined
    await withOrderLock(container(), sold.id, async () => {
      recovery = recoverParcels(container())
      await new Promise((resolve) => setTimeout(resolve, 500))
      await parcel().update({ state: "shipped" })
    })
    await recovery
    expect(await parcel().first("state")).toEqual({ state: "shipped" })
  })
}
