import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { cents } from "@gondola/kit"
import {
  applyAsSeller,
  approveSeller,
  createCatalogueProducts,
  readProducts,
  saveCategories,
  saveOffers,
  setUpRetailer,
  traderOf,
  withCheckDigit,
  type SellerApplication,
} from "."

jest.setTimeout(120_000)

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
  registrationNumber: "44306184100047",
  password: "violet-escargot-7-parapluie",
  selfCertified: true,
  acceptsTerms: true,
  acceptsShopReturns: true,
  ...over,
})

const MUG = withCheckDigit("376000000001")

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    it("puts a retailer, a seller and their offers on the shelf", async () => {
      const container = getContainer() as MedusaContainer
      const setup = await setUpRetailer(container, RETAILER)
      expect(await setUpRetailer(container, RETAILER)).toEqual(setup)
      await saveCategories(container, [
        {
          handle: "maison",
          name: { fr: "Maison", en: "Home" },
          children: [{ handle: "tasses", name: { fr: "Tasses", en: "Mugs" } }],
        },
      ])
      const [mug] = await createCatalogueProducts(container, [
        {
          title: { fr: "Tasse bleue", en: "Blue mug" },
          description: { fr: "En grès.", en: "Stoneware." },
          brand: "Potier",
          images: ["/pictures/mug.svg"],
          categories: ["tasses"],
          attributes: [
            { key: "capacity", label: "Contenance", labelEn: "Capacity", type: "number", value: 30, unit: "cl" },
          ],
          variants: [{ sku: "MUG-1", gtins: [MUG], price: cents(1800), stock: 7 }],
        },
      ])
      const { sellerId } = await applyAsSeller(container, application())
      await approveSeller(container, { sellerId, actor: "user_1" })
      const [saved] = await saveOffers(container, sellerId, [
        { gtin: MUG, sku: "A1", condition: "NEW", price: cents(1700), currency: "EUR", stock: 3, leadTimeDays: 2 },
      ])
      expect(saved).toMatchObject({ ok: true, change: "created" })
      const [product] = await readProducts(container, [mug!.productId])
      expect(product).toMatchObject({
        handle: "tasse-bleue",
        title: { fr: "Tasse bleue", en: "Blue mug" },
        gtins: [MUG],
        categories: [[{ handle: "maison" }, { handle: "tasses", name: { fr: "Tasses", en: "Mugs" } }]],
      })
      expect(product!.variants[0]!.offers.map((o) => [o.sellerName, o.price, o.delivery, o.stock])).toEqual([
        ["Tasses & Cie", 1700, 490, 3],
        ["Maison Gondole", 1800, 490, 7],
      ])
      expect(await traderOf(container, sellerId)).toMatchObject({ legalName: "Tasses et Compagnie SARL" })
    })
  },
})
