import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cents, CLOCK, type SignedIn } from "@gondola/kit"
import {
  applyAsSeller,
  approveSeller,
  catalogueProductIdsOf,
  changeRetailerPrices,
  createCatalogueProducts,
  offerAudit,
  readProducts,
  runImport,
  saveCategories,
  saveOffers,
  setUpRetailer,
  traderOf,
  withCheckDigit,
  type CatalogueDraft,
  type ImportRequest,
  type OfferDraft,
  type SellerApplication,
} from "."
import { knexOf, marketplaceOf } from "./modules/marketplace/resolve"
import { askGraph } from "./testing/ask-graph"

jest.setTimeout(180_000)

const DAY = 24 * 3600 * 1000
const MUG = withCheckDigit("376000000001")
const LAMP = withCheckDigit("376000000002")
const OPERATOR: SignedIn = { actor: "OPERATOR", id: "user_1" }

const RETAILER = {
  name: "Maison Gondole",
  countryCode: "fr" as const,
  trader: {
    legalName: "Maison Gondole SAS",
    street: "10 rue de la République",
    postalCode: "69001",
    city: "Lyon",
    email: "contact@gondole.example",
    phone: "+33 4 72 00 00 00",
    registrationNumber: "73282932000074",
    vatNumber: "FR40303265045",
  },
}

const application = (over: Partial<SellerApplication> = {}): SellerApplication => ({
  name: "Tasses & Cie",
  legalName: "Tasses et Compagnie SARL",
  street: "1 rue des Potiers",
  postalCode: "87000",
  city: "Limoges",
  countryCode: "fr",
  email: "anna@tasses.example",
  phone: "+33 5 55 00 00 00",
  registrationNumber: "443 061 841 00047",
  password: "violet-escargot-7-parapluie",
  selfCertified: true,
  acceptsTerms: true,
  acceptsShopReturns: true,
  ...over,
})

const article = (
  sku: string,
  gtin: string,
  price: number | null,
  over: Partial<CatalogueDraft> = {},
): CatalogueDraft => ({
  title: { fr: `Tasse ${sku}`, en: `Mug ${sku}` },
  description: { fr: "En grès.", en: "Stoneware." },
  brand: "Potier",
  images: ["/pictures/mug.svg"],
  categories: ["tasses"],
  attributes: [{ key: "capacity", label: "Contenance", labelEn: "Capacity", type: "number", value: 1.5, unit: "l" }],
  safety: {
    manufacturer: "Potier SARL, Limoges",
    manufacturerContact: "securite@potier.example",
    euResponsible: null,
    warnings: [],
  },
  variants: [{ sku, gtins: [gtin], price: price === null ? null : cents(price), stock: 7 }],
  ...over,
})

const offer = (over: Partial<OfferDraft> = {}): OfferDraft => ({
  gtin: MUG,
  sku: "A1",
  condition: "NEW",
  price: cents(1700),
  currency: "EUR",
  stock: 3,
  leadTimeDays: 2,
  ...over,
})

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    const time = { now: new Date("2026-03-01T10:00:00Z") }
    let container: MedusaContainer

    async function ask<T = Record<string, never>>(
      source: string,
      signedIn: SignedIn | null,
      variables: Record<string, unknown> = {},
    ): Promise<{ data: T; codes: string[] }> {
      const answer = await askGraph<T>({ container, time, signedIn }, source, variables)
      return {
        data: answer.data as T,
        codes: (answer.errors ?? []).map((e) => String((e.originalError as { code?: string })?.code ?? e.message)),
      }
    }

    async function newSeller(over: Partial<SellerApplication> = {}) {
      const { sellerId, memberId } = await applyAsSeller(container, application(over))
      return { sellerId, member: { actor: "SELLER_MEMBER", id: memberId } as SignedIn }
    }
    const second = {
      name: "Lampes SA",
      email: "leo@lampes.example",
      registrationNumber: "55208131766522",
      acceptsShopReturns: false,
    }
    const offersOf = async (productId: string) => (await readProducts(container, [productId]))[0]!.variants[0]!.offers

    beforeEach(async () => {
      container = getContainer() as MedusaContainer
      time.now = new Date("2026-03-01T10:00:00Z")
      container.register({ [CLOCK]: { resolve: () => ({ now: () => time.now }) } } as never)
      await setUpRetailer(container, RETAILER)
      await saveCategories(container, [
        {
          handle: "maison",
          name: { fr: "Maison", en: "Home" },
          children: [{ handle: "tasses", name: { fr: "Tasses", en: "Mugs" } }],
        },
      ])
    })

    it("admits a seller, sells nothing of it before every gate is green, and takes it off the shelf again", async () => {
      const setup = await setUpRetailer(container, RETAILER)
      expect(await setUpRetailer(container, RETAILER)).toEqual(setup)
      const [mug] = await createCatalogueProducts(container, [article("MUG-1", MUG, 1800)])
      const productId = mug!.productId

      // Application: what is wrong is told; a good one waits.
      const apply = (over: Partial<SellerApplication>) =>
        ask<{ applyAsSeller: { sellerId: string } }>(
          `mutation ($input: SellerApplicationInput!) { applyAsSeller(input: $input) { sellerId state } }`,
          null,
          { input: application(over) },
        )
      expect((await apply({ password: "azertyuiop" })).codes).toEqual(["PASSWORD_TOO_WEAK"])
      expect((await apply({ registrationNumber: "44306184100048" })).codes).toEqual(["BAD_REGISTRATION_NUMBER"])
      expect((await apply({ vatNumber: "FR00000000000" })).codes).toEqual(["BAD_VAT_NUMBER"])
      expect((await apply({ acceptsTerms: false })).codes).toEqual(["TERMS_NOT_ACCEPTED"])
      const applied = await apply({})
      expect(applied).toMatchObject({ data: { applyAsSeller: { state: "IN_REVIEW" } }, codes: [] })
      const { sellerId } = applied.data.applyAsSeller
      expect((await apply({ email: "other@tasses.example" })).codes).toEqual(["CONFLICT"])
      const otherFirm = { registrationNumber: "55208131766522" }
      expect((await apply({ ...otherFirm, password: "another-good-Password-9!" })).codes).toEqual(["EMAIL_NOT_USABLE"])
      // A refused application leaves no identity behind: the address is still free.
      const auth = container.resolve(Modules.AUTH)
      const leftover = await auth.listProviderIdentities({ entity_id: "other@tasses.example" })
      expect(leftover).toEqual([])

      const [row] = await marketplaceOf(container).listSellerMembers({ seller_id: sellerId })
      const member: SignedIn = { actor: "SELLER_MEMBER", id: row!.id }
      const identity = await auth.authenticate("emailpass", {
        body: { email: "anna@tasses.example", password: "violet-escargot-7-parapluie" },
      } as never)
      expect(identity.authIdentity?.app_metadata).toEqual({ seller_member_id: row!.id })
      await expect(saveOffers(container, sellerId, [offer()])).rejects.toMatchObject({ code: "SELLER_STATE" })
      const account = `{ sellerAccount { state missing memberEmail offerCount trader { registrationNumber } } }`
      expect((await ask(account, member)).data).toEqual({
        sellerAccount: {
          state: "IN_REVIEW",
          missing: ["delivery", "approval"],
          memberEmail: "anna@tasses.example",
          offerCount: 0,
          trader: { registrationNumber: "44306184100047" },
        },
      })

      // Approval opens the shelf.
      const approve = `mutation ($id: ID!) { approveSeller(id: $id) { state missing } }`
      const approved = await ask(approve, OPERATOR, { id: sellerId })
      expect(approved).toEqual({ data: { approveSeller: { state: "ACTIVE", missing: [] } }, codes: [] })
      expect((await ask(approve, OPERATOR, { id: sellerId })).codes).toEqual(["SELLER_STATE"])
      expect(await saveOffers(container, sellerId, [offer()])).toMatchObject([{ ok: true, change: "created" }])
      expect((await offersOf(productId)).map((o) => [o.sellerName, o.price, o.delivery, o.stock])).toEqual([
        ["Tasses & Cie", 1700, 490, 3],
        ["Maison Gondole", 1800, 490, 7],
      ])
      const { rows } = await knexOf(container).raw<{ rows: { handle: string; status: string }[] }>(
        `select p.status from product p join marketplace_offer o on o.product_id = p.id`,
      )
      expect(rows).toEqual([{ status: "published" }])

      // Suspension needs a reason, hides the offers, keeps them, and is lifted by an approval.
      const suspend = `mutation ($id: ID!, $reason: String!) { suspendSeller(id: $id, reason: $reason) { state stateReason } }`
      expect((await ask(suspend, OPERATOR, { id: sellerId, reason: " " })).codes).toEqual(["BAD_INPUT"])
      expect((await ask(suspend, OPERATOR, { id: sellerId, reason: "Colis perdus" })).data).toEqual({
        suspendSeller: { state: "SUSPENDED", stateReason: "Colis perdus" },
      })
      expect((await offersOf(productId)).map((o) => o.sellerName)).toEqual(["Maison Gondole"])
      const mine = await ask(`{ sellerOffers { total items { sku winsBuyBox offer { state } } } }`, member)
      expect(mine.data).toEqual({
        sellerOffers: { total: 1, items: [{ sku: "A1", winsBuyBox: false, offer: { state: "PENDING" } }] },
      })
      expect((await ask(`{ seller(handle: "tasses-cie") { name } }`, null)).data).toEqual({ seller: null })
      await approveSeller(container, { sellerId, actor: "user_1" })
      expect((await offersOf(productId)).map((o) => o.sellerName)).toEqual(["Tasses & Cie", "Maison Gondole"])
      const events = await marketplaceOf(container).listSellerEvents({ seller_id: sellerId }, { order: { id: "ASC" } })
      expect(events.map((e) => e.to_state)).toEqual(["in_review", "active", "suspended", "active"])

      // Somebody who shops here already opens the second room with the same password.
      const shopper = await auth.register("emailpass", {
        body: { email: second.email, password: application().password },
      } as never)
      await auth.updateAuthIdentities({ id: shopper.authIdentity!.id, app_metadata: { customer_id: "cus_leo" } })

      // Outside the EU, somebody inside must be named.
      const far = await newSeller({ ...second, countryCode: "ch", registrationNumber: "CHE-100.155.212" })
      const rooms = await auth.retrieveAuthIdentity(shopper.authIdentity!.id)
      expect(rooms.app_metadata).toEqual({ customer_id: "cus_leo", seller_member_id: far.member.id })
      await approveSeller(container, { sellerId: far.sellerId, actor: "user_1" })
      await saveOffers(container, far.sellerId, [offer({ price: cents(100) })])
      expect((await offersOf(productId)).map((o) => o.sellerName)).not.toContain("Lampes SA")
      expect((await ask(`{ sellerAccount { missing } }`, far.member)).data).toEqual({
        sellerAccount: { missing: ["eu_responsible"] },
      })

      // The audit sees a shelf and a price that were changed behind our back.
      const [annas] = await marketplaceOf(container).listOffers({ seller_id: sellerId })
      const [leos] = await marketplaceOf(container).listOffers({ seller_id: far.sellerId })
      expect(await offerAudit.run(container)).toEqual({ examined: 2, findings: [] })
      await container.resolve(Modules.PRODUCT).updateProducts(leos!.product_id, { status: "published" })
      await marketplaceOf(container).updateOffers({ id: annas!.id, price: 1 })
      expect((await offerAudit.run(container)).findings.map((f) => f.subject).sort()).toEqual(
        [annas!.id, leos!.id].sort(),
      )

      const listed = await ask(`{ sellers(search: "limoges", pageSize: 1) { total } all: sellers { total } }`, OPERATOR)
      expect(listed.data).toEqual({ sellers: { total: 0 }, all: { total: 2 } })
    })

    it("keeps a seller's offers its own, and tells the whole product", async () => {
      const [mug, lamp] = await createCatalogueProducts(container, [
        article("MUG-1", MUG, 1800),
        article("LAMP-1", LAMP, null, { handle: "lampe" }),
      ])
      const anna = await newSeller()
      const leo = await newSeller(second)
      for (const { sellerId } of [anna, leo]) await approveSeller(container, { sellerId, actor: "user_1" })

      const save = `mutation ($input: OfferInput!) { saveOffer(input: $input) {
        sku winsBuyBox productHandle offer { id state inStock price { amount currency } landedPrice { amount } priorPrice { amount } trader { handle } } } }`
      type Saved = { saveOffer: { offer: { id: string } } }
      const input = { gtin: MUG, sku: "A1", price: 1700, stock: 3 }
      const made = await ask<Saved>(save, anna.member, { input })
      expect(made).toMatchObject({
        codes: [],
        data: {
          saveOffer: {
            sku: "A1",
            winsBuyBox: true,
            productHandle: "tasse-mug-1",
            offer: { state: "ACTIVE", inStock: 3, landedPrice: { amount: 2190 }, trader: { handle: "tasses-cie" } },
          },
        },
      })
      const annas = made.data.saveOffer.offer.id

      // Errors that a seller can act on.
      const refused = async (over: object, by = anna) =>
        (await ask(save, by.member, { input: { ...input, ...over } })).codes
      expect(await refused({ sku: "Z", gtin: withCheckDigit("376000000099") })).toEqual(["UNKNOWN_GTIN"])
      expect(await refused({ sku: "Z", gtin: "3017620422004" })).toEqual(["BAD_GTIN"])
      expect(await refused({ price: 0 })).toEqual(["BAD_PRICE"])
      expect(await refused({ stock: -1 })).toEqual(["BAD_STOCK"])
      expect(await refused({ gtin: LAMP })).toEqual(["CONFLICT"])

      // The same SKU at two sellers is two offers; the id of the other's opens nothing.
      const leos = (await ask<Saved>(save, leo.member, { input: { ...input, price: 1650, stock: 1 } })).data.saveOffer
        .offer.id
      expect(leos).not.toBe(annas)
      const setState = `mutation ($id: ID!, $state: OfferState!) { setOfferState(id: $id, state: $state) { offer { state } } }`
      for (const id of [leos, "offer_unknown", mug!.variantIds[0]!])
        expect((await ask(setState, anna.member, { id, state: "CLOSED" })).codes).toEqual(["NOT_FOUND"])
      const found = await ask(`{ sellerOffers(search: "A1") { total items { offer { id } } } }`, anna.member)
      expect(found.data).toEqual({ sellerOffers: { total: 1, items: [{ offer: { id: annas } }] } })
      for (const signedIn of [null, OPERATOR, { actor: "CUSTOMER", id: "cus_1" } as SignedIn]) {
        const code = signedIn ? "NOT_ALLOWED" : "NOT_SIGNED_IN"
        expect((await ask(save, signedIn, { input })).codes).toEqual([code])
        expect((await ask(setState, signedIn, { id: annas, state: "CLOSED" })).codes).toEqual([code])
        expect((await ask(`{ sellerOffers { total } }`, signedIn)).codes).toEqual([code])
      }
      for (const operatorsOwn of [
        `mutation { approveSeller(id: "${leo.sellerId}") { id } }`,
        `mutation { suspendSeller(id: "${leo.sellerId}", reason: "x") { id } }`,
        `{ sellers { total } }`,
        `{ importRuns { total } }`,
      ])
        expect((await ask(operatorsOwn, anna.member)).codes).toEqual(["NOT_ALLOWED"])
      expect((await ask(`mutation { approveSeller(id: "sel_x") { id } }`, OPERATOR)).codes).toEqual(["NOT_FOUND"])
      const ghost: SignedIn = { actor: "SELLER_MEMBER", id: "selmem_gone" }
      expect((await ask(`{ sellerAccount { id } }`, ghost)).codes).toEqual(["NOT_ALLOWED"])

      // The product page.
      const page = await ask<{ product: Record<string, unknown> }>(
        `{ product(handle: "tasse-mug-1", locale: en) { title brand categoryPath { handle name } attributes { label value type }
          guaranteeMonths images { url alt }
          variants { gtin buyBox { reason offer { trader { name } } } offers { trader { name isRetailer } price { amount } returnableInShop inStock } } } }`,
        null,
      )
      expect(page.codes).toEqual([])
      expect(page.data.product).toEqual({
        title: "Mug MUG-1",
        brand: "Potier",
        guaranteeMonths: 24,
        images: [{ url: "/pictures/mug.svg", alt: "Mug MUG-1" }],
        categoryPath: [
          { handle: "maison", name: "Home" },
          { handle: "tasses", name: "Mugs" },
        ],
        attributes: [{ label: "Capacity", value: "1.5\u00a0l", type: "NUMBER" }],
        variants: [
          {
            gtin: MUG,
            buyBox: { reason: "Lowest price with delivery: €21.40", offer: { trader: { name: "Lampes SA" } } },
            offers: [
              {
                trader: { name: "Lampes SA", isRetailer: false },
                price: { amount: 1650 },
                returnableInShop: false,
                inStock: 1,
              },
              {
                trader: { name: "Tasses & Cie", isRetailer: false },
                price: { amount: 1700 },
                returnableInShop: true,
                inStock: 3,
              },
              {
                trader: { name: "Maison Gondole", isRetailer: true },
                price: { amount: 1800 },
                returnableInShop: true,
                inStock: 7,
              },
            ],
          },
        ],
      })
      const lampPage = `{ product(handle: "lampe") { variants { buyBox { reason } offers { id } } } }`
      expect((await ask(lampPage, null)).data).toEqual({ product: { variants: [{ buyBox: null, offers: [] }] } })
      expect((await ask(`{ product(handle: "offer-x") { id } }`, null)).data).toEqual({ product: null })
      const tree = await ask(`{ categories(locale: en) { handle name children { handle path { handle } } } }`, null)
      expect(tree.data).toEqual({
        categories: [
          {
            handle: "maison",
            name: "Home",
            children: [{ handle: "tasses", path: [{ handle: "maison" }, { handle: "tasses" }] }],
          },
        ],
      })
      expect(await traderOf(container, null)).toMatchObject({ isRetailer: true, name: "Maison Gondole" })

      // A pause hides, a close is for good.
      await ask(setState, leo.member, { id: leos, state: "PAUSED" })
      expect((await offersOf(mug!.productId)).map((o) => o.id)).toEqual([annas, mug!.variantIds[0]])
      expect((await ask(setState, leo.member, { id: leos, state: "ACTIVE" })).data).toEqual({
        setOfferState: { offer: { state: "ACTIVE" } },
      })
      await ask(setState, leo.member, { id: leos, state: "CLOSED" })
      expect((await ask(setState, leo.member, { id: leos, state: "ACTIVE" })).codes).toEqual(["OFFER_CLOSED"])
      expect(await refused({ price: 1000 }, leo)).toEqual(["OFFER_CLOSED"])

      // Stock is what can still be sold; a reservation of an order stays on top of it.
      const [row] = await marketplaceOf(container).listOffers({ id: annas })
      const [seller] = await marketplaceOf(container).listSellers({ id: anna.sellerId })
      const inventory = container.resolve(Modules.INVENTORY)
      await inventory.createReservationItems([
        { inventory_item_id: row!.inventory_item_id, location_id: seller!.stock_location_id!, quantity: 2 },
      ])
      expect((await offersOf(mug!.productId)).find((o) => o.id === annas)?.stock).toBe(1)
      const again = await saveOffers(container, anna.sellerId, [offer({ stock: 1 })])
      expect(again).toMatchObject([{ ok: true, change: "unchanged" }])
      await saveOffers(container, anna.sellerId, [offer({ stock: 4 })])
      expect((await offersOf(mug!.productId)).find((o) => o.id === annas)?.stock).toBe(4)

      // A reduction shows the lowest price of the thirty days before it, per offer; the retailer's own as well.
      time.now = new Date(+time.now + 60 * DAY)
      const cut = await ask(save, anna.member, { input: { ...input, price: 1500, stock: 4 } })
      expect(cut.data).toMatchObject({
        saveOffer: { offer: { price: { amount: 1500 }, priorPrice: { amount: 1700 } } },
      })
      await changeRetailerPrices(container, [{ variantId: mug!.variantIds[0]!, price: cents(1600) }])
      expect((await offersOf(mug!.productId)).map((o) => [o.price, o.priorPrice])).toEqual([
        [1500, 1700],
        [1600, 1800],
      ])
      const { rows } = await knexOf(container).raw<{ rows: { n: string }[] }>(
        `select count(*) as n from price a join product_variant_price_set l on l.price_set_id = a.price_set_id
         where l.variant_id = any(:ids) and a.deleted_at is null`,
        { ids: [row!.variant_id, mug!.variantIds[0]!] },
      )
      expect(rows[0]?.n).toBe("2")
      time.now = new Date(+time.now + 31 * DAY)
      expect((await offersOf(mug!.productId)).map((o) => o.priorPrice)).toEqual([null, null])

      // Whatever row changes, the index learns which product to read again.
      for (const [table, ids] of Object.entries({
        marketplace_offer: [annas],
        product: [row!.product_id],
        product_variant: [row!.variant_id],
        inventory_item: [row!.inventory_item_id],
        marketplace_seller: [anna.sellerId],
        marketplace_gtin: [MUG],
      }))
        expect([table, await catalogueProductIdsOf(container, { table, ids })]).toEqual([table, [mug!.productId]])
      const [level] = await inventory.listInventoryLevels({ inventory_item_id: row!.inventory_item_id })
      const [category] = await container.resolve(Modules.PRODUCT).listProductCategories({ handle: "maison" })
      expect(await catalogueProductIdsOf(container, { table: "inventory_level", ids: [level!.id] })).toEqual([
        mug!.productId,
      ])
      expect(
        (await catalogueProductIdsOf(container, { table: "product_category", ids: [category!.id] })).sort(),
      ).toEqual([mug!.productId, lamp!.productId].sort())
      await expect(createCatalogueProducts(container, [article("OTHER", MUG, 1)])).rejects.toThrow()
      expect(await container.resolve(Modules.INVENTORY).listInventoryItems({ sku: "OTHER" })).toEqual([])
    })

    it("imports what is good, says by line what is not, and changes nothing the second time", async () => {
      const folder = mkdtempSync(join(tmpdir(), "gondola-import-"))
      const fileOf = (name: string, lines: readonly (object | string)[]) => {
        const file = join(folder, name)
        writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"))
        return file
      }
      const icecat = (id: number, over: object = {}) => ({
        id: String(id),
        title: `Canon EOS ${id} SLR Camera Kit`,
        name: `EOS-${id}`,
        ean: [withCheckDigit(`4000000${String(id).padStart(5, "0")}`)],
        supplier: "Canon",
        price: 10_000 + id,
        img_500x500: `http://images.example/${id}.jpg`,
        date_released: "2020-01-02T00:00:00Z",
        attr_n_weight: 450.0,
        attr_t_product_colour: "Black",
        attr_b_wi_fi: true,
        ...over,
      })
      const run = (file: string, over: Partial<ImportRequest> = {}) =>
        runImport(container, { file, format: "icecat", ...over })
      const counts = ({ created, updated, unchanged, failed }: Awaited<ReturnType<typeof run>>) => [
        created,
        updated,
        unchanged,
        failed,
      ]
      try {
        const good = Array.from({ length: 120 }, (_, index) => icecat(index))
        const lines = [
          ...good.slice(0, 50),
          "{ not json",
          icecat(900, { title: "" }),
          icecat(3),
          icecat(901, { ean: ["4000000000031"] }),
          icecat(902, { ean: [(good[0] as { ean: string[] }).ean[0]] }),
          icecat(903, { price: null, ean: [] }),
          "",
          ...good.slice(50),
        ]
        const file = fileOf("catalogue.jsonl", lines)
        const dry = await run(file, { dryRun: true })
        expect(counts(dry)).toEqual([123, 0, 0, 3])
        expect(await knexOf(container)("marketplace_product_sheet").count("* as n")).toEqual([{ n: "0" }])

        const first = await run(file)
        expect(counts(first)).toEqual([123, 0, 0, 3])
        expect(first.problems.map((p) => [p.line, p.level, p.code])).toEqual([
          [51, "error", "UNREADABLE"],
          [52, "error", "BAD_FIELD"],
          [53, "error", "DUPLICATE"],
          [54, "warning", "BAD_GTIN"],
          [55, "warning", "GTIN_TAKEN"],
          [56, "warning", "NO_PRICE"],
        ])
        const sheetOf = async (key: string) => {
          const row = (await knexOf(container)("marketplace_product_sheet").where({ source_key: key }).first()) as {
            product_id: string
          }
          return (await readProducts(container, [row.product_id]))[0]!
        }
        const camera = await sheetOf("7")
        expect(camera).toMatchObject({
          title: { fr: "Canon EOS 7 SLR Camera Kit" },
          source: "Icecat",
          brand: "Canon",
          image: "http://images.example/7.jpg",
          releasedAt: new Date("2020-01-02T00:00:00Z"),
        })
        expect(camera.categories[0]!.map((c) => c.name.en)).toEqual(["Photo and video", "Cameras and camcorders"])
        expect(camera.attributes).toContainEqual({
          key: "weight",
          label: "Poids",
          labelEn: "Weight",
          type: "number",
          value: 450,
          unit: "g",
        })
        expect(camera.variants[0]!.offers).toMatchObject([{ price: 10_007, stock: 20, sellerId: null }])
        expect((await sheetOf("903")).variants[0]!.offers).toEqual([])

        expect(counts(await run(file))).toEqual([0, 0, 123, 3])
        const changed = fileOf("changed.jsonl", [icecat(7, { price: 9000, title: "Canon EOS 7 new title" }), icecat(8)])
        expect(counts(await run(changed))).toEqual([0, 1, 1, 0])
        expect(await sheetOf("7")).toMatchObject({
          title: { fr: "Canon EOS 7 new title" },
          variants: [{ offers: [{ price: 9000 }] }],
        })

        // Killed in the middle: a chunk is committed with its checkpoint, the next one is half-written.
        const more = fileOf(
          "more.jsonl",
          Array.from({ length: 250 }, (_, index) => icecat(2000 + index)),
        )
        const killed = new Error("killed")
        await expect(
          run(more, {
            onProgress: ({ done }) => {
              if (done === 100) throw killed
            },
          }),
        ).rejects.toBe(killed)
        await container.resolve(Modules.PRODUCT).createProducts([
          {
            title: "half",
            handle: "canon-eos-2100-slr-camera-kit-2100",
            external_id: "Icecat:2100",
            options: [{ title: "Modèle", values: ["Unique"] }],
            variants: [{ title: "Unique", sku: "IC-2100", options: { Modèle: "Unique" } }],
          },
        ])
        await container.resolve(Modules.INVENTORY).createInventoryItems([{ sku: "IC-2100" }, { sku: "IC-2101" }])
        const resumed = await run(more, { resume: true })
        expect(counts(resumed)).toEqual([250, 0, 0, 0])
        const whole = await knexOf(container)("marketplace_product_sheet")
          .whereLike("source_key", "2___")
          .count("* as n")
        expect(whole).toEqual([{ n: "250" }])
        const runs = await ask(
          `{ importRuns(pageSize: 1) { total items { state total done created file dryRun finishedAt } } }`,
          OPERATOR,
        )
        expect(runs.data).toMatchObject({
          importRuns: {
            total: 5,
            items: [{ state: "done", total: 250, done: 250, created: 250, file: "more.jsonl", dryRun: false }],
          },
        })

        // The very same pipeline with a seller's feed.
        const { sellerId } = await newSeller()
        await approveSeller(container, { sellerId, actor: "user_1" })
        const ean = (id: number) => (icecat(id) as { ean: string[] }).ean[0]
        const feed = fileOf("feed.csv", [
          "SKU;EAN;Prix;Stock;Etat",
          `F1;${ean(7)};"89,90";4;neuf`,
          `F2;${ean(8)};12.5;0;`,
          `F3;${withCheckDigit("376000000099")};12.50;1;`,
          `F4;${ean(9)};free;1;`,
          `F1;${ean(7)};1;1;`,
        ])
        const offers = () => run(feed, { format: "csv", seller: "tasses-cie" })
        // A stock item without its product: all that a killed save left.
        await container.resolve(Modules.INVENTORY).createInventoryItems([{ sku: "tasses-cie:F1" }])
        const imported = await offers()
        expect(counts(imported)).toEqual([2, 0, 0, 3])
        expect(imported.problems.map((p) => [p.line, p.code, p.key])).toEqual([
          [4, "UNKNOWN_GTIN", "F3"],
          [5, "BAD_PRICE", "F4"],
          [6, "DUPLICATE", "F1"],
        ])
        expect((await sheetOf("7")).variants[0]!.offers.map((o) => [o.sellerName, o.price, o.stock])).toEqual([
          ["Tasses & Cie", 8990, 4],
          ["Maison Gondole", 9000, 20],
        ])
        expect(counts(await offers())).toEqual([0, 0, 2, 3])
        await expect(run(feed, { format: "csv", seller: "nobody" })).rejects.toMatchObject({ code: "NOT_FOUND" })
        await expect(run(join(folder, "missing.jsonl"))).rejects.toMatchObject({ code: "BAD_INPUT" })
      } finally {
        rmSync(folder, { recursive: true })
      }
    })
  },
})
