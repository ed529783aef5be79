import type { MedusaContainer } from "@medusajs/framework/types"
import { addToCartWorkflow, createCartWorkflow } from "@medusajs/medusa/core-flows"
import { cents } from "@gondola/kit"
import { createCatalogueProducts } from "../catalogue/create-catalogue-products"
import { withCheckDigit } from "../catalogue/gtin"
import { saveCategories } from "../catalogue/save-categories"
import { createRule } from "../commission/change-rules"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { saveOffers } from "../offers/save-offers"
import { chooseDelivery } from "../orders/choose-delivery"
import { readBasket } from "../orders/read-basket"
import { setUpRetailer } from "../retailer/set-up-retailer"
import type { RetailerSetup } from "../retailer/retailer-of"
import { applyAsSeller } from "../workflows/apply-as-seller"
import { approveSeller } from "../workflows/approve-seller"

/** The marketplace of the worked case: T-shirts of the house, mugs of A at 15 %, lamps of B at 12 %. */
export interface ThreeSellers {
  readonly setup: RetailerSetup
  readonly sellerA: string
  readonly sellerB: string
  readonly emailA: string
  readonly emailB: string
  readonly password: string
  readonly variants: { readonly shirt: string; readonly mug: string; readonly lamp: string }
}

const SAFE = {
  manufacturer: "Gondole, Lyon",
  manufacturerContact: "securite@gondole.example",
  euResponsible: null,
  warnings: [],
}
const PASSWORD = "violet-escargot-7-parapluie"
const MUG = withCheckDigit("376000000001")
const LAMP = withCheckDigit("376000000002")

export async function openThreeSellers(container: MedusaContainer, stock = 50): Promise<ThreeSellers> {
  const setup = await setUpRetailer(container, {
    name: "Maison Gondole",
    countryCode: "fr",
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
    delivery: { standard: cents(500), express: cents(900) },
  })
  await saveCategories(container, [
    {
      handle: "maison",
      name: { fr: "Maison", en: "Home" },
      children: [
        { handle: "tasses", name: { fr: "Tasses", en: "Mugs" } },
        { handle: "lampes", name: { fr: "Lampes", en: "Lamps" } },
      ],
    },
  ])
  interface Good {
    name: string
    category: string
    sku: string
    price: number
    gtin?: string
    units?: number
  }
  const draft = ({ name, category, sku, price, gtin, units = 0 }: Good) => ({
    title: { fr: name, en: `${name} (en)` },
    description: { fr: name, en: name },
    brand: "Gondole",
    images: ["/pictures/x.svg"],
    categories: [category],
    attributes: [],
    safety: SAFE,
    variants: [{ sku, gtins: gtin ? [gtin] : [], price: cents(price), stock: units }],
  })
  const [shirt] = await createCatalogueProducts(container, [
    draft({ name: "T-shirt", category: "maison", sku: "TSHIRT", price: 2000, units: stock }),
    draft({ name: "Tasse", category: "tasses", sku: "MUG", price: 1500, gtin: MUG }),
    draft({ name: "Lampe", category: "lampes", sku: "LAMP", price: 15000, gtin: LAMP }),
  ])
  const sellerA = await openSeller(container, {
    name: "Tasses & Cie",
    email: "anna@tasses.example",
    registrationNumber: "44306184100047",
    delivery: 490,
  })
  const sellerB = await openSeller(container, {
    name: "Lampes du Nord",
    email: "bruno@lampes.example",
    registrationNumber: "55210055400013",
    delivery: 0,
  })
  const offer = { condition: "NEW" as const, currency: "EUR", stock, leadTimeDays: 2 }
  await saveOffers(container, sellerA, [{ ...offer, gtin: MUG, sku: "A-MUG", price: cents(1200) }])
  await saveOffers(container, sellerB, [{ ...offer, gtin: LAMP, sku: "B-LAMP", price: cents(12900) }])
  const rule = { fixed: 0, active: true }
  await createRule(container, { ...rule, name: "Luminaires", categoryHandle: "lampes", rateBps: 1200 })
  await createRule(container, { ...rule, name: "Maison", categoryHandle: "maison", rateBps: 1500 })
  const backing = await marketplaceOf(container).listOffers({})
  return {
    setup,
    sellerA,
    sellerB,
    emailA: "anna@tasses.example",
    emailB: "bruno@lampes.example",
    password: PASSWORD,
    variants: {
      shirt: shirt!.variantIds[0]!,
      mug: backing.find((each) => each.seller_id === sellerA)!.variant_id,
      lamp: backing.find((each) => each.seller_id === sellerB)!.variant_id,
    },
  }
}

async function openSeller(
  container: MedusaContainer,
  seller: { name: string; email: string; registrationNumber: string; delivery: number },
): Promise<string> {
  const { name, email, registrationNumber, delivery } = seller
  const { sellerId } = await applyAsSeller(container, {
    name,
    legalName: `${name} SARL`,
    street: "1 rue des Potiers",
    postalCode: "87000",
    city: "Limoges",
    countryCode: "fr",
    email,
    phone: "+33 5 55 00 00 00",
    registrationNumber,
    password: PASSWORD,
    selfCertified: true,
    acceptsTerms: true,
    acceptsShopReturns: true,
  })
  const prices = { standard: cents(delivery), express: cents(delivery + 500) }
  await approveSeller(container, { sellerId, actor: "user_1", delivery: prices })
  return sellerId
}

/** 2 T-shirts, 3 mugs, 1 lamp with the cheapest delivery of each: 214.90 €, ready to be placed. */
export async function fillBasket(
  container: MedusaContainer,
  shop: ThreeSellers,
  over: { quantities?: { shirt?: number; mug?: number; lamp?: number }; email?: string; customerId?: string } = {},
): Promise<string> {
  const { shirt = 2, mug = 3, lamp = 1 } = over.quantities ?? {}
  const wanted = [
    { variant_id: shop.variants.shirt, quantity: shirt },
    { variant_id: shop.variants.mug, quantity: mug },
    { variant_id: shop.variants.lamp, quantity: lamp },
  ].filter((item) => item.quantity > 0)
  const { result: cart } = await createCartWorkflow(container).run({
    input: {
      region_id: shop.setup.regionId,
      sales_channel_id: shop.setup.salesChannelId,
      currency_code: "eur",
      email: over.email ?? "camille@exemple.fr",
      ...(over.customerId ? { customer_id: over.customerId } : {}),
      shipping_address: {
        first_name: "Camille",
        last_name: "Durand",
        address_1: "3 quai Saint-Vincent",
        postal_code: "69001",
        city: "Lyon",
        country_code: "fr",
      },
    },
  })
  await addToCartWorkflow(container).run({ input: { cart_id: cart.id, items: wanted } })
  const basket = await readBasket(container, cart.id)
  await chooseDelivery(
    container,
    cart.id,
    basket!.groups.map((group) => group.deliveryOptions[0]!.id),
  )
  return cart.id
}
