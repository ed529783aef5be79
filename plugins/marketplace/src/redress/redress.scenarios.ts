import { cents, microsOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { acceptSellerOrder } from "../orders/accept-order"
import { orderAccessToken } from "../orders/access-token"
import { sellerOrderHead } from "../orders/seller-order-head"
import { shipParcel } from "../orders/ship-parcel"
import { readSoldOrder } from "../orders/sold-order"
import { expireUnaccepted } from "./expire-unaccepted"
import type { OrderDesk } from "../testing/order-desk"

/** What a seller cannot send and what a shopper no longer wants is paid back, once. */
export function redressScenarios(desk: OrderDesk): void {
  const {
    container,
    ledger,
    graphql,
    code,
    tokenFor,
    sellerToken,
    place,
    medusaOrder,
    reserved,
    refunded,
    letters,
    stateOf,
  } = desk

  it("gives back what a seller cannot send: price, delivery, commission and stock, once", async () => {
    const sold = await place()
    expect(await reserved()).toBe(6)
    expect(await letters("order.confirmed")).toHaveLength(1)
    const [confirmed] = await letters("order.confirmed")
    for (const name of ["Maison Gondole", "Tasses & Cie", "Lampes du Nord"])
      expect(confirmed!.letter.fr.paragraphs[0]).toContain(name)
    const a = await sellerToken(desk.shop.emailA)
    const b = await sellerToken(desk.shop.emailB)
    const head = await sellerOrderHead(container(), desk.shop.sellerA, { orderId: sold.id })
    const mug = sold.lines.find((line) => line.sellerId === desk.shop.sellerA)!
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
    expect(await ledger().owed("seller_payable", desk.shop.sellerA)).toBe(
      microsOf(cents(3600 + 490 - 540 - 1200 + 180)),
    )

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
    expect(after.lines.find((line) => line.sellerId === desk.shop.sellerA)).toMatchObject({ quantity: 1, total: 1200 })
    expect(await medusaOrder(sold.id)).toMatchObject({ summary: { pending_difference: 0 } })
    const told = await letters("order.refusal")
    expect(told.map((each) => each.email)).toEqual(["camille@exemple.fr", "camille@exemple.fr"])
    expect(told[0]!.letter.fr.paragraphs[0]).toContain("1 × Tasse")

    const lamp = await sellerOrderHead(container(), desk.shop.sellerB, { orderId: sold.id })
    const all = await graphql(REFUSE, { ...refuse({ id: lamp.id, lines: null }) }, b)
    expect(all.data.refuseSellerOrderLines).toMatchObject({ state: "REFUSED", actions: ["MESSAGE"] })
    expect(await ledger().owed("seller_payable", desk.shop.sellerB)).toBe(0)
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
    const [shirt, mug, lamp] = [await part(null), await part(desk.shop.sellerA), await part(desk.shop.sellerB)]
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
    expect(await ledger().owed("seller_payable", desk.shop.sellerA)).toBe(microsOf(cents(3600 + 490 - 540)))

    await acceptSellerOrder(container(), lamp)
    expect(code(await cancel(lamp.id, { key: "cancel-0002" }))).toBe("SELLER_ORDER_STATE")
    const shirts = sold.lines.find((line) => line.sellerId === null)!
    const one = await cancel(shirt.id, { key: "cancel-0003", lines: [{ lineId: shirts.lineId, quantity: 1 }] })
    expect(one.data.cancelOrderPart.refundedTotal.amount).toBe(6090)

    const operator = tokenFor("user", "user_1")
    expect(
      code(await graphql(OPERATOR_CANCEL, { id: lamp.id, key: "operator-1" }, await sellerToken(desk.shop.emailB))),
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
    desk.now = new Date("2026-11-20T10:00:00Z")
    const sold = await place({ quantities: { shirt: 0, mug: 3, lamp: 1 } })
    const lamp = await sellerOrderHead(container(), desk.shop.sellerB, { orderId: sold.id })
    const placedAt = (await knexOf(container())("marketplace_placed_order")
      .where("order_id", sold.id)
      .first("placed_at")) as {
      placed_at: Date
    }
    await acceptSellerOrder(container(), lamp)
    desk.now = new Date(placedAt.placed_at.getTime() + 3.9 * 86_400_000)
    expect(await expireUnaccepted(container())).toBe(0)
    desk.now = new Date(placedAt.placed_at.getTime() + 7 * 86_400_000)
    expect(await expireUnaccepted(container())).toBe(1)
    expect(await expireUnaccepted(container())).toBe(0)
    const mug = await sellerOrderHead(container(), desk.shop.sellerA, { orderId: sold.id })
    expect(mug.state).toBe("REFUSED")
    expect((await sellerOrderHead(container(), desk.shop.sellerB, { orderId: sold.id })).state).toBe("ACCEPTED")
    expect(await refunded()).toBe(4090)
    expect((await letters("order.expiry")).map((each) => each.email).sort()).toEqual([
      "anna@tasses.example",
      "camille@exemple.fr",
    ])
    await expect(acceptSellerOrder(container(), mug)).rejects.toMatchObject({ code: "SELLER_ORDER_STATE" })
  })
}

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
