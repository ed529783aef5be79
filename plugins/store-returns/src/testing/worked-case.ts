import { addToCartWorkflow, createCartWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { cents } from "@gondola/kit"
import {
  acceptSellerOrder,
  applyAsSeller,
  approveSeller,
  createCatalogueProducts,
  createRule,
  deliverAllParcels,
  readProducts,
  readSoldOrder,
  type RetailerSetup,
  saveCategories,
  saveOffers,
  sellerOrderHead,
  setUpRetailer,
  shipParcel,
  withCheckDigit,
} from "@gondola/marketplace"
import { createShop } from "../workflows/create-shop"
import { createStaff } from "../workflows/create-staff"

export const PASSWORD = "violet-escargot-7-parapluie"
export const EMAIL = "camille@exemple.fr"
export const PINS = { clerk: "4071", second: "5182", manager: "8263", lille: "9354" }

/** A GraphQL call; throws when the answer has errors. */
export type Ask = <T>(query: string, variables?: Record<string, unknown>) => Promise<T>

export interface PlacedHere {
  readonly orderId: string
  readonly number: number
  readonly accessToken: string
  readonly total: { readonly amount: number }
}

export interface WorkedCase {
  readonly setup: RetailerSetup
  readonly sellerA: string
  readonly sellerB: string
  readonly variants: { readonly shirt: string; readonly mug: string; readonly lamp: string }
}

/** T-shirts of the house, mugs of A at 15 %, lamps of B at 12 %; a shop in Lyon with three people, one in Lille. */
export async function openWorkedCase(container: MedusaContainer): Promise<WorkedCase> {
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
    { handle: "vetements", name: { fr: "Vêtements", en: "Clothes" } },
    { handle: "tasses", name: { fr: "Tasses", en: "Mugs" } },
    { handle: "lampes", name: { fr: "Lampes", en: "Lamps" } },
  ])
  const gtins = { MUG: withCheckDigit("376000000001"), LAMP: withCheckDigit("376000000002") }
  /** Sold by the house when it has no GTIN, else by a seller. */
  const draft = (name: string, category: string, sku: string, gtin: string | null) => ({
    title: { fr: name, en: name },
    description: { fr: name, en: name },
    brand: "Gondole",
    images: ["/pictures/x.svg"],
    categories: [category],
    safety: {
      manufacturer: "Gondole, Lyon",
      manufacturerContact: "securite@gondole.example",
      euResponsible: null,
      warnings: [],
    },
    variants: [{ sku, gtins: gtin ? [gtin] : [], price: gtin ? null : cents(2000), stock: gtin ? 0 : 50 }],
  })
  const [shirt, mug, lamp] = await createCatalogueProducts(container, [
    draft("T-shirt", "vetements", "TSHIRT", null),
    draft("Tasse", "tasses", "MUG", gtins.MUG),
    draft("Lampe", "lampes", "LAMP", gtins.LAMP),
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
  const offer = { condition: "NEW" as const, currency: "EUR", stock: 50, leadTimeDays: 2 }
  await saveOffers(container, sellerA, [{ ...offer, gtin: gtins.MUG, sku: "A-MUG", price: cents(1200) }])
  await saveOffers(container, sellerB, [{ ...offer, gtin: gtins.LAMP, sku: "B-LAMP", price: cents(12900) }])
  const rule = { fixed: 0, active: true }
  await createRule(container, { ...rule, name: "Lampes", categoryHandle: "lampes", rateBps: 1200 })
  await createRule(container, { ...rule, name: "Tout", rateBps: 1500 })
  const [mugSheet, lampSheet] = await Promise.all(
    [mug, lamp].map(async (made) => (await readProducts(container, [made!.productId]))[0]!),
  )
  await openShops(container)
  return {
    setup,
    sellerA,
    sellerB,
    variants: {
      shirt: shirt!.variantIds[0]!,
      mug: mugSheet!.variants[0]!.offers[0]!.purchasableVariantId,
      lamp: lampSheet!.variants[0]!.offers[0]!.purchasableVariantId,
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

async function openShops(container: MedusaContainer): Promise<void> {
  const address = { address: "1 place Bellecour", postalCode: "69002", city: "Lyon", hours: ["lun.–sam. 9:30–19:00"] }
  await createShop(container, { handle: "lyon", name: "Lyon", ...address })
  await createShop(container, { handle: "lille", name: "Lille", ...address, city: "Lille", postalCode: "59000" })
  const person = { shopHandle: "lyon", password: PASSWORD, role: "clerk" as const }
  await createStaff(container, { ...person, email: "clara@gondole.example", name: "Clara", pin: PINS.clerk })
  await createStaff(container, { ...person, email: "sami@gondole.example", name: "Sami", pin: PINS.second })
  await createStaff(container, {
    ...person,
    email: "maud@gondole.example",
    name: "Maud",
    role: "manager",
    pin: PINS.manager,
  })
  await createStaff(container, {
    ...person,
    shopHandle: "lille",
    email: "lila@gondole.example",
    name: "Lila",
    pin: PINS.lille,
  })
}

/** 2 T-shirts, 3 mugs, 1 lamp, each delivered the cheapest way: 214.90 €. */
export async function placeWorkedOrder(
  container: MedusaContainer,
  market: WorkedCase,
  ask: Ask,
  quantities: Partial<Record<"shirt" | "mug" | "lamp", number>> = { shirt: 2, mug: 3, lamp: 1 },
): Promise<PlacedHere> {
  const { result: cart } = await createCartWorkflow(container).run({
    input: {
      region_id: market.setup.regionId,
      sales_channel_id: market.setup.salesChannelId,
      currency_code: "eur",
      email: EMAIL,
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
  const items = (["shirt", "mug", "lamp"] as const)
    .map((name) => ({ variant_id: market.variants[name], quantity: quantities[name] ?? 0 }))
    .filter((item) => item.quantity > 0)
  await addToCartWorkflow(container).run({ input: { cart_id: cart.id, items } })
  const { basket } = await ask<{ basket: { groups: { deliveryOptions: { id: string }[] }[] } }>(
    `query ($cartId: ID!) { basket(cartId: $cartId) { groups { deliveryOptions { id } } } }`,
    { cartId: cart.id },
  )
  const optionIds = basket.groups.map((group) => group.deliveryOptions[0]!.id)
  await ask(
    `mutation ($cartId: ID!, $optionIds: [ID!]!) { chooseDelivery(cartId: $cartId, optionIds: $optionIds) { cartId } }`,
    {
      cartId: cart.id,
      optionIds,
    },
  )
  const placed = await ask<{ placeOrder: PlacedHere }>(
    `mutation ($cartId: ID!) { placeOrder(cartId: $cartId) { orderId number accessToken total { amount } } }`,
    { cartId: cart.id },
  )
  return placed.placeOrder
}

/** Every trader of the order accepts, ships in one parcel, and the carrier says it arrived. */
export async function deliverEverything(container: MedusaContainer, orderId: string): Promise<void> {
  const { groups } = await readSoldOrder(container, orderId)
  for (const { sellerId } of groups) {
    const head = () => sellerOrderHead(container, sellerId, { orderId })
    await acceptSellerOrder(container, await head())
    await shipParcel(container, await head(), { carrier: "Colissimo", trackingNumber: "1Z", lines: null })
    await deliverAllParcels(container, await head())
  }
}
