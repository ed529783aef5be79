import { asValue } from "@medusajs/framework/awilix"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"
import { createFulfillmentWorkflow, getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CLOCK, cents, microsOf } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { moveLateDisputes } from "./disputes/move-dispute"
import { recoverDecisions } from "./disputes/pay-decision"
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"
import { saveOrderPolicy } from "./order-policy/order-policy"
import { acceptSellerOrder } from "./orders/accept-order"
import { orderAccessToken } from "./orders/access-token"
import { levelsBefore } from "./orders/complete-fulfilment"
import { deliverAllParcels } from "./orders/deliver-parcel"
import { withOrderLock } from "./orders/order-lock"
import { placeOrder } from "./orders/place-order"
import { recoverParcels } from "./orders/recover-parcels"
import { sellerOrderHead } from "./orders/seller-order-head"
import { shipParcel } from "./orders/ship-parcel"
import { readSoldOrder, type SoldOrder } from "./orders/sold-order"
import { expireUnaccepted } from "./redress/expire-unaccepted"
import { refuseLines } from "./redress/let-go"
import { payBack } from "./redress/pay-back"
import { recoverRedress } from "./redress/recover-redress"
import { insertRedress } from "./redress/redress"
import { takeUnits } from "./redress/take-units"
import { serviceLevels } from "./service-levels/service-levels"
import { watchServiceLevels } from "./service-levels/watch"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"

jest.setTimeout(300_000)

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
    let now: Date | null = null

    beforeAll(async () => {
      shop = await openThreeSellers(container())
    })
    beforeEach(() => {
      now = null
      container().register({ [CLOCK]: asValue({ now: () => now ?? new Date() }) })
    })

    const graphql = async (query: string, variables: object = {}, token?: string) => {
      const headers = token ? { authorization: `Bearer ${token}` } : {}
      const answer = (await api.post("/graphql", { query, variables }, { headers })) as Answer
      return answer.data as { data: Record<string, any>; errors?: { message: string; extensions: { code: string } }[] } // eslint-disable-line @typescript-eslint/no-explicit-any -- as above
    }
    const code = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code
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
      const fields = ["id", "total", "summary.*", "items.*", "items.detail.*", "payment_status"]
      const { result } = await getOrderDetailWorkflow(container()).run({ input: { order_id: id, fields } })
      return result as unknown as {
        total: number
        summary: { pending_difference: number }
        items: { id: string; quantity: number; detail: Record<string, number> }[]
      }
    }
    const reserved = async (): Promise<number> => {
      const [row] = (await knexOf(container())("reservation_item").whereNull("deleted_at").sum("quantity as n")) as {
        n: string | null
      }[]
      return Number(row!.n ?? 0)
    }
    const refunded = async (): Promise<number> => {
      const [row] = (await knexOf(container())("refund").whereNull("deleted_at").sum("amount as n")) as {
        n: string | null
      }[]
      return Math.round(Number(row!.n ?? 0) * 100)
    }
    const letters = async (kind: string) =>
      (await knexOf(container())("marketplace_notification").where("kind", kind)) as {
        email: string
        letter: { fr: { subject: string; paragraphs: string[]; facts?: string[][] } }
      }[]
    const stateOf = async (sellerOrderId: string): Promise<string> =>
      (
        (await knexOf(container())("marketplace_seller_order").where("id", sellerOrderId).first("state")) as {
          state: string
        }
      ).state

    it("gives back what a seller cannot send: price, delivery, commission and stock, once", async () => {
      const sold = await place()
      expect(await reserved()).toBe(6)
      expect(await letters("order.confirmed")).toHaveLength(1)
      const [confirmed] = await letters("order.confirmed")
      for (const name of ["Maison Gondole", "Tasses & Cie", "Lampes du Nord"])
        expect(confirmed!.letter.fr.paragraphs[0]).toContain(name)
      const a = await sellerToken(shop.emailA)
      const b = await sellerToken(shop.emailB)
      const head = await sellerOrderHead(container(), shop.sellerA, { orderId: sold.id })
      const mug = sold.lines.find((line) => line.sellerId === shop.sellerA)!
      const refuse = (over: object) => ({
        id: head.id,
        key: "refuse-0001",
        lines: [{ lineId: mug.lineId, quantity: 1 }],
        reason: "OUT_OF_STOCK",
        ...over,
      })
      expect(code(await graphql(REFUSE, refuse({}), b))).toBe("NOT_FOUND")
      expect(code(await graphql(REFUSE, refuse({ lines: [{ lineId: mug.lineId, quantity: 4 }] }), a))).toBe("BAD_INPUT")
      expect(code(await graphql(REFUSE, refuse({ reason: "OTHER" }), a))).toBe("BAD_INPUT")
      const quote = await graphql(REFUSAL_QUOTE, { id: head.id, lines: [{ lineId: mug.lineId, quantity: 3 }] }, a)
      expect(quote.data.refusalQuote).toEqual({
        units: 3,
        goods: { amount: 3600 },
        delivery: { amount: 490 },
        total: { amount: 4090 },
      })

      const [one, two] = await Promise.all([graphql(REFUSE, refuse({}), a), graphql(REFUSE, refuse({}), a)])
      for (const each of [one, two])
        expect(each.data.refuseSellerOrderLines).toMatchObject({
          state: "TO_ACCEPT",
          refundedTotal: { amount: 1200 },
          lines: [{ quantity: 3, gone: 1 }],
          redress: [{ kind: "REFUSAL", settled: true, amount: { amount: 1200 } }],
        })
      expect(await refunded()).toBe(1200)
      expect(await reserved()).toBe(5)
      expect(await medusaOrder(sold.id)).toMatchObject({ total: 202.9, summary: { pending_difference: 0 } })
      expect(await ledger().owed("seller_payable", shop.sellerA)).toBe(microsOf(cents(3600 + 490 - 540 - 1200 + 180)))

      await acceptSellerOrder(container(), head)
      await shipParcel(container(), head, {
        carrier: "Colissimo",
        trackingNumber: "6A1",
        lines: [{ lineId: mug.lineId, quantity: 1 }],
      })
      expect(await stateOf(head.id)).toBe("PARTIALLY_SHIPPED")
      const rest = await graphql(REFUSE, refuse({ key: "refuse-0002", lines: null, reason: "DAMAGED" }), a)
      expect(rest.data.refuseSellerOrderLines).toMatchObject({ state: "SHIPPED", refundedTotal: { amount: 2400 } })
      expect(code(await graphql(REFUSE, refuse({ key: "refuse-0003" }), a))).toBe("SELLER_ORDER_STATE")
      const after = await readSoldOrder(container(), sold.id)
      expect(after.lines.find((line) => line.sellerId === shop.sellerA)).toMatchObject({ quantity: 1, total: 1200 })
      expect(await medusaOrder(sold.id)).toMatchObject({ summary: { pending_difference: 0 } })
      const told = await letters("order.refusal")
      expect(told.map((each) => each.email)).toEqual(["camille@exemple.fr", "camille@exemple.fr"])
      expect(told[0]!.letter.fr.paragraphs[0]).toContain("1 × Tasse")

      const lamp = await sellerOrderHead(container(), shop.sellerB, { orderId: sold.id })
      const all = await graphql(REFUSE, { ...refuse({ id: lamp.id, lines: null }) }, b)
      expect(all.data.refuseSellerOrderLines).toMatchObject({ state: "REFUSED", actions: ["MESSAGE"] })
      expect(await ledger().owed("seller_payable", shop.sellerB)).toBe(0)
      const events = await graphql(EVENTS, { id: head.id }, a)
      expect(events.data.sellerOrder.events.map((event: { kind: string }) => event.kind)).toEqual([
        "REFUSED",
        "ACCEPTED",
        "SHIPPED",
        "REFUSED",
      ])
    })

    it("lets the shopper cancel until the trader accepts, and the operator until the goods leave", async () => {
      const sold = await place({ customerId: undefined })
      const token = orderAccessToken(container(), sold.id)
      const other = orderAccessToken(container(), (await place()).id)
      const part = async (seller: string | null) => sellerOrderHead(container(), seller, { orderId: sold.id })
      const [shirt, mug, lamp] = [await part(null), await part(shop.sellerA), await part(shop.sellerB)]
      const cancel = (id: string, over: object = {}) => graphql(CANCEL, { token, id, key: "cancel-0001", ...over })
      expect(code(await cancel(mug.id, { token: other }))).toBe("NOT_FOUND")
      expect(code(await cancel(mug.id, { token: "order_x.y" }))).toBe("NOT_FOUND")

      const quote = await graphql(CANCEL_QUOTE, { token, id: mug.id })
      expect(quote.data.cancellationQuote.total.amount).toBe(4090)
      const done = await cancel(mug.id)
      const groups = done.data.cancelOrderPart.groups as { id: string; state: string; actions: string[] }[]
      expect(groups.find((group) => group.id === mug.id)).toMatchObject({ state: "CANCELLED", actions: ["MESSAGE"] })
      expect(done.data.cancelOrderPart.refundedTotal.amount).toBe(4090)
      expect((await cancel(mug.id)).data.cancelOrderPart.refundedTotal.amount).toBe(4090)
      expect(await ledger().owed("seller_payable", shop.sellerA)).toBe(microsOf(cents(3600 + 490 - 540)))

      await acceptSellerOrder(container(), lamp)
      expect(code(await cancel(lamp.id, { key: "cancel-0002" }))).toBe("SELLER_ORDER_STATE")
      const shirts = sold.lines.find((line) => line.sellerId === null)!
      const one = await cancel(shirt.id, { key: "cancel-0003", lines: [{ lineId: shirts.lineId, quantity: 1 }] })
      expect(one.data.cancelOrderPart.refundedTotal.amount).toBe(6090)

      const operator = tokenFor("user", "user_1")
      expect(
        code(await graphql(OPERATOR_CANCEL, { id: lamp.id, key: "operator-1" }, await sellerToken(shop.emailB))),
      ).toBe("NOT_ALLOWED")
      const byOperator = await graphql(OPERATOR_CANCEL, { id: lamp.id, key: "operator-1" }, operator)
      expect(byOperator.data.cancelPartAsOperator).toMatchObject({ refundedTotal: { amount: 18990 } })
      expect(byOperator.data.cancelPartAsOperator.refunds).toHaveLength(4)
      expect(await medusaOrder(sold.id)).toMatchObject({ summary: { pending_difference: 0 } })
      expect((await letters("order.cancellation")).map((each) => each.email).sort()).toEqual(
        [
          "anna@tasses.example",
          "bruno@lampes.example",
          "camille@exemple.fr",
          "camille@exemple.fr",
          "camille@exemple.fr",
          "contact@gondole.example",
        ].sort(),
      )
    })

    it("ends by the clock what no seller accepts, and not a day too early", async () => {
      // A Friday: four working days end on the next Thursday.
      now = new Date("2026-11-20T10:00:00Z")
      const sold = await place({ quantities: { shirt: 0, mug: 3, lamp: 1 } })
      const lamp = await sellerOrderHead(container(), shop.sellerB, { orderId: sold.id })
      const placedAt = (await knexOf(container())("marketplace_placed_order")
        .where("order_id", sold.id)
        .first("placed_at")) as {
        placed_at: Date
      }
      await acceptSellerOrder(container(), lamp)
      now = new Date(placedAt.placed_at.getTime() + 3.9 * 86_400_000)
      expect(await expireUnaccepted(container())).toBe(0)
      now = new Date(placedAt.placed_at.getTime() + 7 * 86_400_000)
      expect(await expireUnaccepted(container())).toBe(1)
      expect(await expireUnaccepted(container())).toBe(0)
      const mug = await sellerOrderHead(container(), shop.sellerA, { orderId: sold.id })
      expect(mug.state).toBe("REFUSED")
      expect((await sellerOrderHead(container(), shop.sellerB, { orderId: sold.id })).state).toBe("ACCEPTED")
      expect(await refunded()).toBe(4090)
      expect((await letters("order.expiry")).map((each) => each.email).sort()).toEqual([
        "anna@tasses.example",
        "camille@exemple.fr",
      ])
      await expect(acceptSellerOrder(container(), mug)).rejects.toMatchObject({ code: "SELLER_ORDER_STATE" })
    })

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
        const row = await redress(sold, line.lineId, shop.sellerA)
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
      const head = await sellerOrderHead(container(), shop.sellerA, { orderId: sold.id })
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

    it("finishes a parcel from any step at which Medusa's fulfilment may have died", async () => {
      const stock = async () => {
        const [row] = (await knexOf(container())("inventory_level as l")
          .join("product_variant_inventory_item as v", "v.inventory_item_id", "l.inventory_item_id")
          .where("v.variant_id", shop.variants.mug)
          .select("l.stocked_quantity as n")) as { n: string }[]
        return Number(row!.n)
      }
      const orders = container().resolve(Modules.ORDER)
      const steps = ["row", "stock", "registered", "linked"] as const
      for (const until of steps) {
        const sold = await place({ quantities: { shirt: 0, mug: 3, lamp: 0 } })
        const head = await sellerOrderHead(container(), shop.sellerA, { orderId: sold.id })
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
        const [reservation] = await container()
          .resolve(Modules.INVENTORY)
          .listReservationItems({ line_item_id: lineId })
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
      const head = await sellerOrderHead(container(), shop.sellerA, { orderId: sold.id })
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

    it("lets shopper, seller and operator talk about an order, and nobody else", async () => {
      const sold = await place()
      const token = orderAccessToken(container(), sold.id)
      const other = orderAccessToken(container(), (await place({ email: "zoe@exemple.fr" })).id)
      const a = await sellerToken(shop.emailA)
      const b = await sellerToken(shop.emailB)
      const operator = tokenFor("user", "user_1")
      const { id } = await sellerOrderHead(container(), shop.sellerA, { orderId: sold.id })
      const pdf = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n").toString("base64")
      const message = {
        key: "message-01",
        body: "Appelez-moi au 06 12 34 56 78 ou camille@exemple.fr",
        files: [{ name: "../preuve.pdf", data: pdf }],
      }
      expect(code(await graphql(SHOPPER_WRITES, { token: other, id, message }))).toBe("NOT_FOUND")
      const bad = { ...message, files: [{ name: "x.pdf", data: Buffer.from("<html>").toString("base64") }] }
      expect(code(await graphql(SHOPPER_WRITES, { token, id, message: bad }))).toBe("BAD_FILE")
      expect(code(await graphql(SHOPPER_WRITES, { token, id, message: { key: "message-00", body: "  " } }))).toBe(
        "BAD_INPUT",
      )
      const [first, again] = [
        await graphql(SHOPPER_WRITES, { token, id, message }),
        await graphql(SHOPPER_WRITES, { token, id, message }),
      ]
      expect(again.data.writeAsShopper.messages).toHaveLength(1)
      const [said] = first.data.writeAsShopper.messages as {
        body: string
        masked: boolean
        files: { id: string; name: string }[]
      }[]
      expect(said).toMatchObject({ body: "Appelez-moi au ••• ou •••", masked: true })
      expect(said!.files[0]!.name).not.toContain("/")

      const threads = await graphql(
        `
          {
            sellerThreads {
              unread
              total
              items {
                unread
                excerpt
                lastSide
              }
            }
          }
        `,
        {},
        a,
      )
      expect(threads.data.sellerThreads).toMatchObject({
        unread: 1,
        total: 1,
        items: [{ unread: 1, lastSide: "SHOPPER" }],
      })
      const file = { id, file: said!.files[0]!.id }
      expect((await graphql(SELLER_FILE, file, a)).data.sellerMessageFile).toMatchObject({
        mime: "application/pdf",
        data: pdf,
      })
      expect(code(await graphql(SELLER_FILE, file, b))).toBe("NOT_FOUND")
      for (const query of [
        `query ($id: ID!) { sellerThread(sellerOrderId: $id) { unread } }`,
        `mutation ($id: ID!) { sellerReadThread(sellerOrderId: $id) { unread } }`,
        `mutation ($id: ID!) { writeAsSeller(sellerOrderId: $id, message: { key: "message-02", body: "Bonjour" }) { unread } }`,
      ])
        expect(code(await graphql(query, { id }, b))).toBe("NOT_FOUND")
      const answer = await graphql(
        `
          mutation ($id: ID!) {
            writeAsSeller(sellerOrderId: $id, message: { key: "message-02", body: "Bonjour !" }) {
              unread
              messages {
                side
                body
              }
            }
          }
        `,
        { id },
        a,
      )
      expect(answer.data.writeAsSeller).toMatchObject({
        unread: 0,
        messages: [{ side: "SHOPPER" }, { side: "SELLER" }],
      })
      const shopperSide = await graphql(
        `
          query ($t: String!, $id: ID!) {
            shopperThread(accessToken: $t, sellerOrderId: $id) {
              unread
            }
          }
        `,
        { t: token, id },
      )
      expect(shopperSide.data.shopperThread.unread).toBe(1)
      const seen = await graphql(
        `
          mutation ($t: String!, $id: ID!) {
            shopperReadThread(accessToken: $t, sellerOrderId: $id) {
              unread
            }
          }
        `,
        { t: token, id },
      )
      expect(seen.data.shopperReadThread.unread).toBe(0)
      const byOperator = await graphql(
        `
          mutation ($id: ID!) {
            writeAsOperator(sellerOrderId: $id, message: { key: "message-03", body: "Nous suivons." }) {
              messages {
                side
              }
            }
          }
        `,
        { id },
        operator,
      )
      expect(byOperator.data.writeAsOperator.messages).toHaveLength(3)
      const told = await letters("message.received")
      expect(told.map((each) => each.email).sort()).toEqual([
        "anna@tasses.example",
        "anna@tasses.example",
        "camille@exemple.fr",
        "camille@exemple.fr",
      ])
      for (const each of told) expect(JSON.stringify(each.letter)).not.toMatch(/0612|06 12|camille@|anna@/)
    })

    it("leads a dispute from its opening to a decision that pays, with deadlines by the clock", async () => {
      const sold = await place()
      const token = orderAccessToken(container(), sold.id)
      const a = await sellerToken(shop.emailA)
      const b = await sellerToken(shop.emailB)
      const operator = tokenFor("user", "user_1")
      const head = await sellerOrderHead(container(), shop.sellerA, { orderId: sold.id })
      const mug = sold.lines.find((line) => line.sellerId === shop.sellerA)!
      const dispute = {
        key: "dispute-01",
        reason: "DAMAGED",
        lineIds: [mug.lineId],
        claimed: 2400,
        text: "Deux tasses sont cassées.",
      }
      const open = (over: object = {}) =>
        graphql(OPEN_DISPUTE, { token, id: head.id, dispute: { ...dispute, ...over } })
      expect(code(await open())).toBe("SELLER_ORDER_STATE")
      await acceptSellerOrder(container(), head)
      await shipParcel(container(), head, { carrier: "UPS", trackingNumber: "1Z", lines: null })
      await deliverAllParcels(container(), await sellerOrderHead(container(), shop.sellerA, { orderId: sold.id }))
      expect(code(await open({ claimed: 4091 }))).toBe("BAD_INPUT")
      const opened = (await open()).data.openDisputeAsShopper as { id: string }
      expect(opened).toMatchObject({ state: "OPEN", moves: ["WITHDRAW"], most: { amount: 4090 } })
      expect((await open()).data.openDisputeAsShopper.id).toBe(opened.id)
      expect(await stateOf(head.id)).toBe("INCIDENT")

      const answer = { text: "Emballage renforcé, je propose un geste.", offered: 1000 }
      expect(code(await graphql(ANSWER, { id: opened.id, answer }, b))).toBe("NOT_FOUND")
      expect(
        (
          await graphql(
            `
              query ($id: ID!) {
                sellerDispute(id: $id) {
                  id
                }
              }
            `,
            { id: opened.id },
            b,
          )
        ).data.sellerDispute,
      ).toBeNull()
      expect(code(await graphql(ANSWER, { id: opened.id, answer: { ...answer, offered: 5000 } }, a))).toBe("BAD_INPUT")
      const answered = await graphql(ANSWER, { id: opened.id, answer }, a)
      expect(answered.data.answerDisputeAsSeller).toMatchObject({ state: "ANSWERED", offered: { amount: 1000 } })
      expect(code(await graphql(ANSWER, { id: opened.id, answer }, a))).toBe("DISPUTE_STATE")
      const move = (m: string) => graphql(MOVE, { token, part: head.id, id: opened.id, move: m })
      expect((await move("ESCALATE")).data.moveDisputeAsShopper.state).toBe("ESCALATED")
      expect(code(await move("TAKE_OFFER"))).toBe("DISPUTE_STATE")

      const decide = (amount: number, statement = "Les photos montrent deux tasses cassées au départ.") =>
        graphql(DECIDE, { id: opened.id, decision: "REFUND_PART", amount, statement }, operator)
      expect(code(await decide(2400, "Non."))).toBe("BAD_INPUT")
      expect(code(await decide(9999))).toBe("BAD_INPUT")
      const [one, two] = await Promise.all([decide(2400), decide(2400)])
      expect([code(one), code(two)].filter(Boolean)).toEqual(["DISPUTE_STATE"])
      expect(await refunded()).toBe(2400)
      expect(await stateOf(head.id)).toBe("DELIVERED")
      expect(await medusaOrder(sold.id)).toMatchObject({ summary: { pending_difference: 0 } })
      expect(await ledger().owed("seller_payable", shop.sellerA)).toBe(microsOf(cents(4090 - 540 - 2400 + 360)))
      // What a return would still give back is less by what the dispute gave.
      expect(
        (await readSoldOrder(container(), sold.id)).lines.find((line) => line.lineId === mug.lineId),
      ).toMatchObject({
        quantity: 3,
        total: 1200,
      })
      const decided = await letters("dispute.decided")
      expect(decided.map((each) => each.email).sort()).toEqual(["anna@tasses.example", "camille@exemple.fr"])
      expect(JSON.stringify(decided[0]!.letter)).toContain("Les photos montrent")

      // Silence: the accused's goes to the operator, the opener's closes.
      const second = (await open({ key: "dispute-02", claimed: 100 })).data.openDisputeAsShopper as {
        id: string
        dueAt: string
      }
      now = new Date(new Date(second.dueAt).getTime() - 1000)
      expect(await moveLateDisputes(container())).toBe(0)
      now = new Date(new Date(second.dueAt).getTime() + 1000)
      expect(await moveLateDisputes(container())).toBe(1)
      expect(await moveLateDisputes(container())).toBe(0)
      const late = await graphql(
        `
          query ($id: ID!) {
            operatorDispute(id: $id) {
              state
              moves
            }
          }
        `,
        { id: second.id },
        operator,
      )
      expect(late.data.operatorDispute).toEqual({ state: "ESCALATED", moves: ["DECIDE"] })

      // A decision whose process died before anything was paid.
      await knexOf(container())("marketplace_dispute")
        .where("id", second.id)
        .update({ state: "DECIDED", decision: "REFUND_PART", refunded: 100, ended_at: new Date() })
      expect(await recoverDecisions(container())).toBe(1)
      expect(await recoverDecisions(container())).toBe(0)
      expect(await refunded()).toBe(2500)
    })

    it("measures sellers every night, warns once, and suspends only where the operator asked for it", async () => {
      await saveOrderPolicy(container(), { levels: { minimumOrders: 1 } }, "user_1")
      now = new Date()
      const sold = await place({ quantities: { shirt: 0, mug: 1, lamp: 1 } })
      const head = await sellerOrderHead(container(), shop.sellerA, { orderId: sold.id })
      await refuseLines(
        container(),
        head,
        { role: "SELLER", id: "m" },
        { key: "refuse-0001", lines: null, reason: "DAMAGED", note: "" },
      )
      await acceptSellerOrder(container(), await sellerOrderHead(container(), shop.sellerB, { orderId: sold.id }))
      now = new Date(now.getTime() + 60_000)
      const levels = await serviceLevels(container(), shop.sellerA, now)
      expect(levels).toMatchObject({
        standing: "SUSPENDABLE",
        figures: { acceptance: { value: 0 }, cancellation: { value: 100 } },
      })
      await watchServiceLevels(container())
      await watchServiceLevels(container())
      expect((await letters("seller.levels")).map((each) => each.email).sort()).toEqual([
        "anna@tasses.example",
        "contact@gondole.example",
      ])
      const [a] = await marketplaceOf(container()).listSellers({ id: shop.sellerA })
      expect(a!.state).toBe("active")
      const list = await graphql(
        `
          {
            operatorServiceLevels {
              items {
                sellerName
                standing
                figures {
                  level
                  standing
                }
              }
            }
          }
        `,
        {},
        tokenFor("user", "user_1"),
      )
      expect(list.data.operatorServiceLevels.items[0]).toMatchObject({
        sellerName: "Tasses & Cie",
        standing: "SUSPENDABLE",
      })

      await saveOrderPolicy(container(), { suspendAutomatically: true, levels: { minimumOrders: 1 } }, "user_1")
      now = new Date(now.getTime() + 86_400_000)
      await watchServiceLevels(container())
      const after = await marketplaceOf(container()).listSellers({})
      expect(after.find((each) => each.id === shop.sellerA)).toMatchObject({ state: "suspended" })
      expect(after.find((each) => each.id === shop.sellerA)!.state_reason).toContain("Niveaux de service")
      expect(after.find((each) => each.id === shop.sellerB)).toMatchObject({ state: "active" })
      // Out of the window, out of mind.
      const later = new Date(now.getTime() + 31 * 86_400_000)
      expect(await serviceLevels(container(), shop.sellerA, later)).toMatchObject({ orders: 0, standing: "GOOD" })
      await expect(saveOrderPolicy(container(), { acceptWithinDays: 0 }, "u")).rejects.toMatchObject({
        code: "BAD_INPUT",
      })
    })
  },
})

const PART = `id state refundedTotal { amount } actions lines { id quantity gone } redress { kind settled amount { amount } }`
const REFUSE = `mutation ($id: ID!, $key: String!, $lines: [UnitsInput!], $reason: RefusalReason!) {
  refuseSellerOrderLines(sellerOrderId: $id, key: $key, lines: $lines, reason: $reason) { ${PART} } }`
const REFUSAL_QUOTE = `query ($id: ID!, $lines: [UnitsInput!]) { refusalQuote(sellerOrderId: $id, lines: $lines) {
  units goods { amount } delivery { amount } total { amount } } }`
const EVENTS = `query ($id: ID!) { sellerOrder(id: $id) { events { kind by units amount { amount } } } }`
const CANCEL = `mutation ($token: String!, $id: ID!, $key: String!, $lines: [UnitsInput!]) {
  cancelOrderPart(accessToken: $token, sellerOrderId: $id, key: $key, lines: $lines) {
    refundedTotal { amount } groups { id state actions } } }`
const CANCEL_QUOTE = `query ($token: String!, $id: ID!) { cancellationQuote(accessToken: $token, sellerOrderId: $id) { total { amount } } }`
const OPERATOR_CANCEL = `mutation ($id: ID!, $key: String!) { cancelPartAsOperator(sellerOrderId: $id, key: $key, note: "Rappel") {
  refundedTotal { amount } refunds { key amount { amount } } } }`

const SHOPPER_WRITES = `mutation ($token: String!, $id: ID!, $message: MessageInput!) {
  writeAsShopper(accessToken: $token, sellerOrderId: $id, message: $message) { messages { body masked side files { id name } } } }`
const SELLER_FILE = `query ($id: ID!, $file: ID!) { sellerMessageFile(sellerOrderId: $id, fileId: $file) { mime data } }`
const OPEN_DISPUTE = `mutation ($token: String!, $id: ID!, $dispute: DisputeInput!) {
  openDisputeAsShopper(accessToken: $token, sellerOrderId: $id, dispute: $dispute) { id state moves dueAt most { amount } } }`
const ANSWER = `mutation ($id: ID!, $answer: DisputeAnswerInput!) {
  answerDisputeAsSeller(id: $id, answer: $answer) { state offered { amount } } }`
const MOVE = `mutation ($token: String!, $part: ID!, $id: ID!, $move: DisputeMove!) {
  moveDisputeAsShopper(accessToken: $token, sellerOrderId: $part, id: $id, move: $move) { state } }`
const DECIDE = `mutation ($id: ID!, $decision: DisputeDecision!, $amount: SafeInt, $statement: String!) {
  decideDispute(id: $id, decision: $decision, amount: $amount, statement: $statement) { state } }`
