import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CLOCK, type SignedIn } from "@gondola/kit"
import { mergeProducts } from "./catalogue/merge-products"
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"
import { saveOffers } from "./offers/save-offers"
import { placeOrder } from "./orders/place-order"
import { assertPurchasable } from "./orders/purchasable"
import { type Drawable, drawSample } from "./random-checks/draw"
import { drawRandomChecks } from "./random-checks/draw-week"
import { tellWhoBought } from "./takedowns/take-down"
import { askGraph } from "./testing/ask-graph"
import { fillBasket, openThreeSellers, type ThreeSellers } from "./testing/three-sellers"

jest.setTimeout(240_000)

const OPERATOR: SignedIn = { actor: "OPERATOR", id: "user_1" }
const REDRESS = "Renvoyez-le sans frais : vous êtes remboursé en entier."

/* eslint-disable @typescript-eslint/no-explicit-any -- the shape is what the test asserts */

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    const time = { now: new Date("2026-01-10T09:00:00Z") }
    let container: MedusaContainer
    let shop: ThreeSellers
    let member: SignedIn

    beforeAll(() => {
      container = getContainer() as MedusaContainer
      container.register(CLOCK, { resolve: () => ({ now: () => time.now }) } as never)
    })
    beforeEach(async () => {
      time.now = new Date("2026-01-10T09:00:00Z")
      shop = await openThreeSellers(container)
      const [anna] = await marketplaceOf(container).listSellerMembers({ email: shop.emailA })
      member = { actor: "SELLER_MEMBER", id: anna!.id }
    })

    async function ask(source: string, signedIn: SignedIn | null = OPERATOR): Promise<any> {
      const answer = await askGraph({ container, time, signedIn }, source)
      if (answer.errors) throw answer.errors[0]!.originalError ?? answer.errors[0]!
      return answer.data
    }
    const say = (text: string) => JSON.stringify(text)

    const buy = async (email: string, at: string, quantities = { shirt: 0, mug: 1, lamp: 0 }): Promise<string> => {
      time.now = new Date(at)
      const { orderId } = await placeOrder(container, await fillBasket(container, shop, { email, quantities }))
      return orderId
    }
    const purchasable = (variant: string): Promise<boolean> =>
      assertPurchasable(container, [variant]).then(
        () => true,
        () => false,
      )
    const productOf = async (sellerId: string): Promise<string> =>
      (await marketplaceOf(container).listOffers({ seller_id: sellerId }))[0]!.catalogue_product_id
    const letters = async (kind: string): Promise<{ email: string; letter: any; locale: string }[]> =>
      knexOf(container)("marketplace_notification").where({ kind }).orderBy(["email", "id"]) as never
    const checks = async (args = ""): Promise<any> =>
      (
        await ask(
          `{ randomChecks(pageSize: 50 ${args}) { total items { id week offerId sellerId productId title(locale: en) outcome mendedAt takedownNumber } } }`,
        )
      ).randomChecks

    it("draws offers of every trader once a week, with a seed that repeats the draw, and no more at a rate of 0", async () => {
      await ask(`mutation { setCheckRate(perWeek: 3) { perWeek } }`)
      // A Saturday: whoever slept all week draws late, not never.
      expect(await drawRandomChecks(container)).toBe(3)
      expect(await drawRandomChecks(container)).toBe(0)
      time.now = new Date("2026-01-11T22:30:00Z")
      expect(await drawRandomChecks(container)).toBe(0)
      const { items, total } = await checks()
      expect(total).toBe(3)
      expect(new Set(items.map((each: any) => each.sellerId))).toEqual(new Set([null, shop.sellerA, shop.sellerB]))

      const { checkPlan } = await ask(`{ checkPlan { perWeek rounds { week seed rate offers traders drawn open } } }`)
      const [round] = checkPlan.rounds
      expect(round).toMatchObject({ week: "2026-W02", rate: 3, offers: 5, traders: 3, drawn: 3, open: 3 })
      const onSale: Drawable[] = [
        ...(await marketplaceOf(container).listOffers({})).map(({ id, seller_id }) => ({ id, stratum: seller_id })),
        ...(
          (await knexOf(container)("marketplace_product_sheet").whereNull("owner_seller_id")) as {
            product_id: string
          }[]
        ).map(({ product_id }) => ({ id: product_id, stratum: "" })),
      ]
      expect(
        drawSample(onSale, 3, round.seed)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(items.map((each: any) => each.offerId ?? each.productId).sort())

      // Monday in Paris. What waits is not drawn again.
      time.now = new Date("2026-01-11T23:30:00Z")
      expect(await drawRandomChecks(container)).toBe(2)
      await ask(`mutation { setCheckRate(perWeek: 0) { perWeek } }`)
      time.now = new Date("2026-01-20T09:00:00Z")
      expect(await drawRandomChecks(container)).toBe(0)
      await expect(ask(`mutation { setCheckRate(perWeek: -1) { perWeek } }`)).rejects.toMatchObject({
        code: "BAD_INPUT",
      })
      await expect(ask(`{ randomChecks { total } }`, member)).rejects.toMatchObject({ code: "NOT_ALLOWED" })
    })

    it("holds a listing whose safety data are wrong until they are mended, and takes unlawful goods down for good", async () => {
      await drawRandomChecks(container)
      const all = (await checks("waiting: true")).items as any[]
      const mug = all.find((each) => each.sellerId === shop.sellerA)
      const lamp = all.find((each) => each.sellerId === shop.sellerB)
      const fine = all.find((each) => each.sellerId === null && each.title === "T-shirt (en)")
      await ask(`mutation { recordCheck(id: "${fine.id}", outcome: OK) { outcome } }`)
      await expect(ask(`mutation { recordCheck(id: "${fine.id}", outcome: OK) { outcome } }`)).rejects.toMatchObject({
        code: "CONFLICT",
      })
      expect(await purchasable(shop.variants.shirt)).toBe(true)

      await expect(
        ask(`mutation { recordCheck(id: "${mug.id}", outcome: SAFETY_WRONG) { outcome } }`),
      ).rejects.toMatchObject({ code: "BAD_INPUT" })
      await ask(
        `mutation { recordCheck(id: "${mug.id}", outcome: SAFETY_WRONG, finding: "Fabricant introuvable") { outcome } }`,
      )
      expect(await purchasable(shop.variants.mug)).toBe(false)
      const sheet = await ask(
        `{ catalogueSheet(id: "${mug.productId}") { item { heldBy } gates { requirement level } } }`,
      )
      expect(sheet.catalogueSheet).toMatchObject({
        item: { heldBy: ["safety_wrong"] },
        gates: [{ requirement: "safety_wrong", level: "BLOCK" }],
      })
      const [held] = await letters("offer.held")
      expect([held!.email, held!.letter.fr.facts[0][1]]).toEqual([shop.emailA, "Fabricant introuvable"])
      const standing = await ask(`{ sellerStanding { statements { decision reason ground } } }`, member)
      expect(standing.sellerStanding.statements).toEqual([
        { decision: "OFFER_HELD", reason: "Fabricant introuvable", ground: "LAW" },
      ])
      await ask(`mutation { saveSheetSafety(productId: "${mug.productId}", guaranteeMonths: 24, safety: {
        manufacturer: "Poterie de Limoges", manufacturerContact: "qualite@poterie.example", warnings: [] }) { item { heldBy } } }`)
      expect(await purchasable(shop.variants.mug)).toBe(true)
      expect((await checks("outcome: SAFETY_WRONG")).items[0].mendedAt).not.toBeNull()

      const illegal = `recordCheck(id: "${lamp.id}", outcome: ILLEGAL, finding: "Marquage CE contrefait"`
      await expect(ask(`mutation { ${illegal}) { outcome } }`)).rejects.toMatchObject({ code: "BAD_INPUT" })
      const goods = `goods: { kind: ILLEGAL, redress: ${say(REDRESS)}, everySeller: false }`
      await ask(`mutation { ${illegal}, ${goods}) { outcome takedownNumber } }`)
      expect(await purchasable(shop.variants.lamp)).toBe(false)
      expect((await checks("outcome: ILLEGAL")).items[0]).toMatchObject({ outcome: "ILLEGAL", takedownNumber: 1 })
      // Nor does it come back under another reference of the same seller; another's is another's.
      const { gtin } = (await marketplaceOf(container).listOffers({ seller_id: shop.sellerB }))[0]!
      const offer = {
        condition: "USED_GOOD" as const,
        currency: "EUR",
        stock: 5,
        leadTimeDays: 2,
        price: 9900 as never,
      }
      await saveOffers(container, shop.sellerB, [{ ...offer, gtin, sku: "B-LAMP-2" }])
      await saveOffers(container, shop.sellerA, [{ ...offer, gtin, sku: "A-LAMP" }])
      const [again] = await marketplaceOf(container).listOffers({ sku: "B-LAMP-2" })
      const [other] = await marketplaceOf(container).listOffers({ sku: "A-LAMP" })
      expect([await purchasable(again!.variant_id), await purchasable(other!.variant_id)]).toEqual([false, true])
      // Nor through a merge.
      await expect(
        mergeProducts(container, {
          fromId: lamp.productId,
          intoId: fine.productId,
          actor: "user_1",
          reason: "identiques",
        }),
      ).rejects.toMatchObject({ code: "CONFLICT" })

      const { takedowns } = await ask(`{ takedowns { items { id sellerName } } }`)
      await ask(`mutation { liftTakedown(id: "${takedowns.items[0].id}", reason: "Certificat fourni") { liftedAt } }`)
      expect(await purchasable(shop.variants.lamp)).toBe(true)
      const acts = (await knexOf(container)("marketplace_act").pluck("action")) as string[]
      for (const action of ["check.draw", "check.record", "takedown.make", "takedown.lift"])
        expect(acts).toContain(action)
    })

    it("tells whoever bought unlawful goods in six months, once, and everybody where an address is missing", async () => {
      const twice = "camille@exemple.fr"
      await buy("trop-tot@exemple.fr", "2026-01-11T23:00:00Z")
      const erased = await buy("efface@exemple.fr", "2026-02-01T10:00:00Z")
      await buy(twice, "2026-02-02T10:00:00Z")
      await buy(twice.toUpperCase(), "2026-03-02T10:00:00Z", { shirt: 0, mug: 2, lamp: 0 })
      await buy("lampe@exemple.fr", "2026-03-03T10:00:00Z", { shirt: 0, mug: 0, lamp: 1 })
      await knexOf(container)("marketplace_placed_order")
        .where({ order_id: erased })
        .update({ email: "0a1b@erased.invalid" })
      // 11 January 23:00 lies an hour before the six months.
      time.now = new Date("2026-07-12T00:00:00Z")
      const productId = await productOf(shop.sellerA)
      const take = (key: string, kind = "ILLEGAL") =>
        ask(`mutation { takeDownProduct(input: { key: "${key}", kind: ${kind}, productId: "${productId}", sellerId: "${shop.sellerA}",
          reason: "Plomb au-dessus du seuil légal", redress: ${say(REDRESS)} }) { id number told unreachable isPublic } }`)
      const { takeDownProduct: made } = await take("a")
      expect(made).toMatchObject({ told: 2, unreachable: 1, isPublic: true })
      expect((await take("a")).takeDownProduct.id).toBe(made.id)
      await expect(take("b")).rejects.toMatchObject({ code: "CONFLICT" })

      const sent = await letters("takedown.buyer")
      expect(sent.map(({ email }) => email)).toEqual([twice])
      const text = JSON.stringify(sent[0]!.letter.fr)
      for (const part of [
        "illicite",
        "Plomb",
        REDRESS,
        "Tasses & Cie SARL",
        "1 rue des Potiers",
        "2 × Tasse",
        "/order/",
      ])
        expect(text).toContain(part)
      const { takedownBuyers } = await ask(
        `{ takedownBuyers(takedownId: "${made.id}") { total items { state mailId } } }`,
      )
      expect(takedownBuyers.total).toBe(3)
      expect(takedownBuyers.items[0]).toEqual({ state: "UNREACHABLE", mailId: null })

      const notice = (await ask(`{ publicTakedowns(locale: en) { number kind title reason redress traders } }`, null))
        .publicTakedowns
      expect(notice).toEqual([
        {
          number: made.number,
          kind: "ILLEGAL",
          title: "Tasse (en)",
          reason: "Plomb au-dessus du seuil légal",
          redress: REDRESS,
          traders: ["Tasses & Cie SARL, 1 rue des Potiers, 87000 Limoges"],
        },
      ])

      // A process that died after the books: the job does the rest, and nobody is written to twice.
      await knexOf(container)("marketplace_takedown_buyer").where({ state: "told" }).delete()
      await knexOf(container)("marketplace_takedown").update({ told_at: null })
      await knexOf(container).raw(`update marketplace_offer set held_by = '{}'`)
      time.now = new Date("2026-08-01T10:00:00Z")
      await tellWhoBought(container)
      expect(await tellWhoBought(container)).toBe(0)
      expect(await purchasable(shop.variants.mug)).toBe(false)
      expect(await letters("takedown.buyer")).toHaveLength(1)
      const [statement, ...more] = await letters("offer.removed")
      expect([statement!.email, more]).toEqual([shop.emailA, []])
      // A mail that nobody takes is a buyer who does not know.
      await knexOf(container)("marketplace_notification")
        .where({ kind: "takedown.buyer" })
        .update({ mail_state: "dead" })
      expect((await ask(`{ takedowns { items { told unreachable } } }`)).takedowns.items[0]).toEqual({
        told: 0,
        unreachable: 3,
      })
    })

    it("finds every buyer of recalled goods, whenever it was, and names the retailer where it sold them", async () => {
      await buy("vieux@exemple.fr", "2026-01-11T10:00:00Z", { shirt: 1, mug: 0, lamp: 0 })
      time.now = new Date("2027-11-01T10:00:00Z")
      const row = (await knexOf(container)("product").where({ title: "T-shirt" }).first("id")) as { id: string }
      await ask(`mutation { takeDownProduct(input: { key: "r", kind: RECALL, productId: "${row.id}",
        reason: "Risque d'étranglement du cordon", redress: ${say(REDRESS)} }) { id } }`)
      const [letter] = await letters("takedown.buyer")
      expect([letter!.email, letter!.letter.fr.subject]).toEqual(["vieux@exemple.fr", "Rappel de produit : T-shirt"])
      expect(JSON.stringify(letter!.letter.en)).toContain("Maison Gondole SAS")
      expect((await ask(`{ publicTakedowns { kind } }`, null)).publicTakedowns).toEqual([{ kind: "RECALL" }])
      expect(await purchasable(shop.variants.shirt)).toBe(false)
    })

    it("takes a guest's report of any offer, tells both sides why, tells buyers, and mails the answer to a complaint", async () => {
      await buy("camille@exemple.fr", "2026-02-02T10:00:00Z")
      const [offer] = await marketplaceOf(container).listOffers({ seller_id: shop.sellerA })
      const report = async (subject: string, id: string) =>
        (
          await ask(
            `mutation { reportNotice(input: { subject: ${subject}, subjectId: "${id}", category: UNSAFE, explanation: "L'émail contient du plomb, analyse jointe.",
              reporterName: "Lou Martin", reporterEmail: "lou@exemple.fr", goodFaith: true, locale: en }) { number token } }`,
            null,
          )
        ).reportNotice
      const { number, token } = await report("OFFER", offer!.id)
      const own = await report("OFFER", shop.variants.shirt)
      expect((await letters("notice.received")).map(({ email }) => email)).toEqual(["lou@exemple.fr", "lou@exemple.fr"])
      const queue = (await ask(`{ notices { items { id number subjectLabel sellerId } } }`)).notices.items as any[]
      expect(queue.find((each) => each.number === own.number)).toMatchObject({
        subjectLabel: "T-shirt (Maison Gondole)",
        sellerId: null,
      })
      const { id } = queue.find((each) => each.number === number)
      await ask(
        `mutation { decideNotice(id: "${id}", decision: OFFER_REMOVED, reasons: "Plomb au-dessus du seuil", redress: ${say(REDRESS)}) { state } }`,
      )
      expect((await letters("takedown.buyer")).map(({ email }) => email)).toEqual(["camille@exemple.fr"])
      // The seller reads the removal of its offer and what became of the goods; each has its statement.
      expect((await letters("offer.removed")).map(({ email }) => email)).toEqual([shop.emailA])

      const tokenIn = (letter: any): string => letter.en.action.url.split("/report/")[1]
      const [decided] = await letters("notice.decided")
      expect(JSON.stringify(decided!.letter.en)).toContain("out-of-court")
      const link = tokenIn(decided!.letter)
      expect(link).not.toBe(token)
      const seen = (of: string) => ask(`{ reportedNotice(token: "${of}") { number decision reasons } }`, null)
      expect(await seen(link)).toEqual(await seen(token))
      await ask(
        `mutation { contestNotice(token: "${link}", text: "Toutes les tasses sont concernées.") { number } }`,
        null,
      )
      const complaint = (await ask(`{ notices(search: "${number}") { items { complaint { id } } } }`)).notices.items[0]
        .complaint
      await ask(
        `mutation { answerNoticeComplaint(id: "${complaint.id}", outcome: REVERSED, answer: "Vous avez raison.") { state } }`,
      )
      const [answered] = await letters("notice.contested")
      expect([answered!.email, answered!.letter.en.facts]).toEqual([
        "lou@exemple.fr",
        [["Our answer", "Vous avez raison."]],
      ])
      expect((await seen(tokenIn(answered!.letter))).reportedNotice.number).toBe(number)

      // The retailer's own offer goes with the product.
      const ownId = queue.find((each) => each.number === own.number).id
      const removal = `decideNotice(id: "${ownId}", decision: PRODUCT_REMOVED, reasons: "Colorant interdit"`
      await expect(ask(`mutation { ${removal}) { state } }`)).rejects.toMatchObject({ code: "BAD_INPUT" })
      await ask(`mutation { ${removal}, redress: ${say(REDRESS)}) { state } }`)
      expect(await purchasable(shop.variants.shirt)).toBe(false)
    })
  },
})
