import { caller, type Caller, bearer } from "../support/api"
import { chooseCheapestDelivery, fillCart, placeOrder, type Placed, SHOPPER } from "../support/shopping"
import { waitFor } from "../support/wait-for"
import { OwnHouse } from "./support/own-house"

jest.setTimeout(900_000)

const PASSWORD = "parapluie-violet-42"
const GOODS = ["t-shirt quai", "mug sous-bois", "lampe équerre"]
const CLICK = `mutation ($token: String!, $slot: Int!) { clickAd(token: $token, slot: $slot) }`
const SETTLE = `mutation ($id: ID!) { settleReturn(returnId: $id, signature: "Camille Durand") { state quote { total { amount } } } }`

interface Ad {
  token: string
  slot: number
}

/** Checkouts, clicks and a return are under way when everything dies; the next start finishes or forgets each of them. */
describe("kill -9 of everything", () => {
  const house = new OwnHouse()
  const api = {
    post: async (path: string, body: unknown, { headers }: { headers: Record<string, string> }) => {
      const answer = await fetch(`${house.api}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      })
      const data = (await answer.json()) as never
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(data)}`)
      return { data }
    },
  }
  const shopper = caller(api)

  // A round that failed must not make the next one fail for another reason.
  afterEach(() => house.killEverything())
  afterAll(() => house.close())

  it.each([150, 700])(
    "%d ms into checkout, click and return, leaves clean books and doubles nothing",
    async (delay) => {
      await house.open()
      const before = await orderCount()
      const carts = [await filledCart(), await filledCart(), await filledCart()]
      const ads = [await servedAd(), await servedAd(), await servedAd()]
      const delivered = await deliveredOrder()
      const { desk, returnId } = await quotedReturn(delivered)

      const underWay = [
        ...carts.map((cart) => placeOrder(shopper, cart)),
        ...ads.flatMap((ad) => [shopper(CLICK, { ...ad }), shopper(CLICK, { ...ad })]),
        desk(SETTLE, { id: returnId }),
      ]
      const outcomes = Promise.allSettled(underWay)
      await new Promise((resolve) => setTimeout(resolve, delay))
      await house.killEverything()
      const lost = (await outcomes).filter((outcome) => outcome.status === "rejected").length
      expect(lost).toBeGreaterThan(0)

      await house.open()
      await waitFor("clean books after the start", 90, async () => (await operator())(AUDIT).then(isClean))
      const orders = []
      for (const cart of carts) orders.push(await placeOrder(shopper, cart))
      for (const [index, cart] of carts.entries())
        expect((await placeOrder(shopper, cart)).orderId).toBe(orders[index]!.orderId)
      // Three carts and the order that was delivered before.
      expect(await orderCount()).toBe(before + carts.length + 1)

      const { desk: again } = await openDesk()
      const settled = await again<{ settleReturn: { state: string; quote: { total: { amount: number } } } }>(SETTLE, {
        id: returnId,
      })
      expect(settled.settleReturn.state).toBe("REFUNDED")
      const { shopperOrder } = await shopper<{ shopperOrder: { refundedTotal: { amount: number } } }>(
        `query ($token: String!) { shopperOrder(accessToken: $token) { refundedTotal { amount } } }`,
        { token: delivered.accessToken },
      )
      expect(shopperOrder.refundedTotal).toEqual(settled.settleReturn.quote.total)

      const brand = await inRoom("paul@solenne.example", "BRAND")
      const billed = () =>
        brand<{ adReport: { billedClicks: number } }>(`{ adReport { billedClicks } }`).then(
          (r) => r.adReport.billedClicks,
        )
      for (const ad of ads) await shopper(CLICK, { ...ad })
      const once = await billed()
      for (const ad of ads) await shopper(CLICK, { ...ad })
      expect(await billed()).toBe(once)
      const { audit } = await (await operator())<{ audit: Audit }>(AUDIT)
      expect(audit.checks.flatMap((check) => check.findings)).toEqual([])
    },
  )

  interface Audit {
    checks: { findings: unknown[] }[]
  }
  const AUDIT = `{ audit { checks { name findings { subject detail } } } }`
  const isClean = ({ audit }: { audit?: Audit }) => audit?.checks.every((check) => check.findings.length === 0) && audit

  async function inRoom(email: string, room: string): Promise<Caller> {
    const { signIn } = await shopper<{ signIn: { rooms: { room: string; token: string }[] } }>(
      `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { rooms { room token } } }`,
      { email, password: PASSWORD },
    )
    return caller(api, bearer(signIn.rooms.find((each) => each.room === room)!.token))
  }
  const operator = () => inRoom("julie@travee.example", "OPERATOR")

  const orderCount = async () =>
    (await (await operator())<{ operatorOrders: { total: number } }>(`{ operatorOrders { total } }`)).operatorOrders
      .total

  async function filledCart(): Promise<string> {
    const { storefrontConfig } = await shopper<{ storefrontConfig: { publishableKey: string; regionId: string } }>(
      `{ storefrontConfig { publishableKey regionId } }`,
    )
    const items = []
    for (const query of GOODS) items.push({ variant_id: await variantOf(query), quantity: 1 })
    const cartId = await fillCart(api, storefrontConfig, items)
    await chooseCheapestDelivery(shopper, cartId)
    return cartId
  }

  async function variantOf(query: string): Promise<string> {
    const { search } = await waitFor("the index", 60, async () => {
      const found = await shopper<{ search: { hits: { card: { handle: string } }[] } }>(
        `query ($query: String!) { search(input: { query: $query }) { hits { card { handle } } } }`,
        { query },
      )
      return found.search.hits.length > 0 && found
    })
    const { product } = await shopper<{
      product: { variants: { buyBox: { offer: { purchasableVariantId: string } } | null }[] }
    }>(
      `query ($handle: String!) { product(handle: $handle) { variants { buyBox { offer { purchasableVariantId } } } } }`,
      { handle: search.hits[0]!.card.handle },
    )
    return product.variants.find((variant) => variant.buyBox)!.buyBox!.offer.purchasableVariantId
  }

  const servedAd = (): Promise<Ad> =>
    waitFor("an ad", 30, async () => {
      const { search } = await shopper<{ search: { sponsored: Ad[] } }>(
        `{ search(input: { query: "lampe" }) { sponsored { token slot } } }`,
      )
      return search.sponsored[0] && { token: search.sponsored[0].token, slot: search.sponsored[0].slot }
    })

  /** The retailer's part of a new order, delivered, so that it can come back. */
  async function deliveredOrder(): Promise<Placed> {
    const order = await placeOrder(shopper, await filledCart())
    const room = await operator()
    await room(`mutation ($id: ID!) { shipRetailerParcel(orderId: $id, carrier: "C", trackingNumber: "1") }`, {
      id: order.orderId,
    })
    await room(`mutation ($id: ID!) { markRetailerParcelDelivered(orderId: $id) }`, { id: order.orderId })
    return order
  }

  async function openDesk(): Promise<{ desk: Caller }> {
    const { signIn } = await shopper<{ signIn: { rooms: { token: string }[] } }>(
      `mutation ($password: String!) { signIn(email: "karim@travee.example", password: $password) { rooms { token } } }`,
      { password: PASSWORD },
    )
    const staff = bearer(signIn.rooms[0]!.token)
    const { deskUnlock } = await caller(
      api,
      staff,
    )<{ deskUnlock: { token: string } }>(`mutation { deskUnlock(pin: "4826") { token } }`)
    return { desk: caller(api, { ...staff, "x-desk-session": deskUnlock.token }) }
  }

  async function quotedReturn(order: Placed): Promise<{ desk: Caller; returnId: string }> {
    const { desk } = await openDesk()
    const { deskFind } = await desk<{ deskFind: { lines: { lineId: string; returnable: number }[] } }>(
      `mutation ($number: Int!, $email: String!) { deskFind(number: $number, email: $email) { lines { lineId returnable } } }`,
      { number: order.number, email: SHOPPER },
    )
    const { openReturn } = await desk<{ openReturn: { id: string } }>(
      `mutation ($id: ID!, $key: String!) { openReturn(orderId: $id, idempotencyKey: $key) { id } }`,
      { id: order.orderId, key: `visit-${order.number}` },
    )
    const line = deskFind.lines.find((each) => each.returnable > 0)!
    await desk(
      `mutation ($id: ID!, $lines: [ReturnLineInput!]!) { quoteReturn(returnId: $id, lines: $lines) { state } }`,
      {
        id: openReturn.id,
        lines: [{ lineId: line.lineId, quantity: 1, basis: "WITHDRAWAL", reason: "CHANGED_MIND", grade: "G1" }],
      },
    )
    return { desk, returnId: openReturn.id }
  }
})
