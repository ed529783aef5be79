import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CLOCK, type SignedIn } from "@gondola/kit"
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"
import { orderAccessToken } from "./orders/access-token"
import { placeOrder } from "./orders/place-order"
import { askGraph } from "./testing/ask-graph"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"

jest.setTimeout(240_000)

const OPERATOR: SignedIn = { actor: "OPERATOR", id: "user_1" }

/* eslint-disable @typescript-eslint/no-explicit-any -- the shape is what the test asserts */

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    const time = { now: new Date("2026-03-02T09:00:00Z") }
    let container: MedusaContainer
    let shop: ThreeSellers
    let anna: SignedIn
    let orderId: string

    beforeAll(() => {
      container = getContainer() as MedusaContainer
      container.register(CLOCK, { resolve: () => ({ now: () => time.now }) } as never)
    })
    beforeEach(async () => {
      time.now = new Date("2026-03-02T09:00:00Z")
      shop = await openThreeSellers(container)
      const [member] = await marketplaceOf(container).listSellerMembers({ email: shop.emailA })
      anna = { actor: "SELLER_MEMBER", id: member!.id }
    })

    async function ask(source: string, signedIn: SignedIn | null = OPERATOR): Promise<any> {
      const answer = await askGraph({ container, time, signedIn }, source)
      if (answer.errors) throw answer.errors[0]!.originalError ?? answer.errors[0]!
      return answer.data
    }
    const place = async () => {
      ;({ orderId } = await placeOrder(container, await fillBasket(container, shop)))
    }
    const partOf = async (sellerId: string | null): Promise<string> =>
      (
        (await knexOf(container)("marketplace_seller_order")
          .where({ order_id: orderId, seller_id: sellerId })
          .first("id")) as { id: string }
      ).id
    const mailsOf = async (kind: string): Promise<[string, string][]> =>
      (
        (await knexOf(container)("marketplace_notification").where({ kind }).orderBy("email")) as {
          email: string
          locale: string
        }[]
      ).map(({ email, locale }) => [email, locale])

    it("writes to the contact and to the members who look after orders, each in its language, nobody twice", async () => {
      const team = (email: string, role: "orders" | "finance" | "owner") => ({
        seller_id: shop.sellerA,
        email,
        name: email,
        role,
      })
      await marketplaceOf(container).createSellerMembers([
        team("omar@tasses.example", "orders"),
        team("fina@tasses.example", "finance"),
        team("ANNA@tasses.example", "orders"),
      ])
      const [omar] = await marketplaceOf(container).listSellerMembers({ email: "omar@tasses.example" })
      await ask(`mutation { setMailLanguage(locale: en) }`, { actor: "SELLER_MEMBER", id: omar!.id })
      expect((await ask(`{ mailLanguage }`, anna)).mailLanguage).toBeNull()
      await place()
      expect((await mailsOf("order.placed")).filter(([email]) => email.endsWith("tasses.example"))).toEqual([
        ["anna@tasses.example", "fr"],
        ["omar@tasses.example", "en"],
      ])
      // The bell of the room rings once.
      const bell = await ask(`{ notifications { items { kind } } }`, anna)
      expect(bell.notifications.items.filter((each: any) => each.kind === "order.placed")).toHaveLength(1)
      await ask(
        `mutation { writeAsShopper(accessToken: "${orderAccessToken(container, orderId)}", sellerOrderId: "${await partOf(shop.sellerA)}",
          message: { key: "m-000001", body: "Quand part mon colis ?" }) { sellerOrderId } }`,
        null,
      )
      expect((await mailsOf("message.received")).map(([email]) => email)).toEqual([
        "anna@tasses.example",
        "omar@tasses.example",
      ])
    })

    it("lets the operator answer a dispute about the retailer's own part, and about no seller's", async () => {
      await place()
      const token = orderAccessToken(container, orderId)
      const open = async (sellerId: string | null) => {
        const part = await partOf(sellerId)
        if (sellerId) await ask(`mutation { acceptSellerOrder(id: "${part}") { id } }`, anna)
        const parcels = `parcels: [{ carrier: "Colissimo", trackingNumber: "${part.slice(-6)}", lines: [{ lineId: "${await lineOf(part)}", quantity: 1 }] }]`
        await ask(
          sellerId
            ? `mutation { shipParcels(sellerOrderId: "${part}", ${parcels}) { id } }`
            : `mutation { shipRetailerParcels(orderId: "${orderId}", ${parcels}) }`,
          sellerId ? anna : OPERATOR,
        )
        const answer = await ask(
          `mutation { openDisputeAsShopper(accessToken: "${token}", sellerOrderId: "${part}",
            dispute: { key: "dispute-${part.slice(-6)}", reason: DAMAGED, claimed: 500, text: "Arrivé déchiré, photo jointe.", lineIds: [] }) { id } }`,
          null,
        )
        return answer.openDisputeAsShopper.id as string
      }
      const own = await open(null)
      const theirs = await open(shop.sellerA)
      // The operator is told once of its own: as the one who has to answer.
      expect((await mailsOf("dispute.opened")).filter(([email]) => email === "contact@gondole.example")).toHaveLength(2)
      expect((await ask(`{ operatorDispute(id: "${own}") { moves } }`)).operatorDispute.moves).toEqual([
        "ANSWER",
        "DECIDE",
      ])
      const answer = (id: string) =>
        ask(
          `mutation { answerDisputeAsOperator(id: "${id}", answer: { text: "Nous vous rendons cinq euros.", offered: 500 }) { state offered { amount } } }`,
        )
      await expect(answer(theirs)).rejects.toMatchObject({ code: "NOT_FOUND" })
      expect((await answer(own)).answerDisputeAsOperator).toEqual({ state: "ANSWERED", offered: { amount: 500 } })
      expect(await mailsOf("dispute.answered")).toEqual([["camille@exemple.fr", "fr"]])
      const taken = await ask(
        `mutation { moveDisputeAsShopper(accessToken: "${token}", sellerOrderId: "${await partOf(null)}", id: "${own}", move: TAKE_OFFER) { state refunded { amount } } }`,
        null,
      )
      expect(taken.moveDisputeAsShopper).toEqual({ state: "CLOSED", refunded: { amount: 500 } })
    })

    const lineOf = async (part: string): Promise<string> =>
      (
        (await knexOf(container)("marketplace_seller_order_line")
          .where({ seller_order_id: part })
          .first("line_id")) as {
          line_id: string
        }
      ).line_id

    it("sends several parcels at once, and none of them when they hold together more than waits", async () => {
      await place()
      const part = await partOf(shop.sellerA)
      const line = await lineOf(part)
      await ask(`mutation { acceptSellerOrder(id: "${part}") { id } }`, anna)
      const parcel = (number: string, quantity: number) =>
        `{ carrier: "Colissimo", trackingNumber: "${number}", lines: [{ lineId: "${line}", quantity: ${quantity} }] }`
      const ship = (...parcels: string[]) =>
        ask(
          `mutation { shipParcels(sellerOrderId: "${part}", parcels: [${parcels.join()}]) { state parcels { trackingNumber lines { quantity } } } }`,
          anna,
        )
      await expect(ship(parcel("A1", 2), parcel("A2", 2))).rejects.toMatchObject({ code: "NOTHING_TO_SHIP" })
      expect(await knexOf(container)("marketplace_parcel").where({ seller_order_id: part })).toHaveLength(0)
      const { shipParcels } = await ship(parcel("A1", 2), parcel("A2", 1))
      expect(shipParcels.state).toBe("SHIPPED")
      expect(shipParcels.parcels.map((each: any) => [each.trackingNumber, each.lines[0].quantity]).sort()).toEqual([
        ["A1", 2],
        ["A2", 1],
      ])
      await expect(ship(parcel("A3", 1))).rejects.toMatchObject({ code: "NOTHING_TO_SHIP" })
    })

    it("names a seller's offers in the reader's language, and finds them in both", async () => {
      const titles = async (args: string, locale: string) =>
        (
          await ask(
            `{ sellerOffers${args} { items { productTitle(locale: ${locale}) variantTitle(locale: ${locale}) } } }`,
            anna,
          )
        ).sellerOffers.items
      expect(await titles("", "fr")).toEqual([{ productTitle: "Tasse", variantTitle: null }])
      expect(await titles("", "en")).toEqual([{ productTitle: "Tasse (en)", variantTitle: null }])
      expect(await titles(`(search: "tasse (EN")`, "en")).toHaveLength(1)
    })
  },
})
