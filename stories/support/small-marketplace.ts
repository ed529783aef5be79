import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { AuthenticationInput, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { cents } from "@gondola/kit"
import {
  createCatalogueProducts,
  createRule,
  saveCategories,
  setUpRetailer,
  withCheckDigit,
} from "@gondola/marketplace"
import { createAdvertiserWorkflow } from "@gondola/sponsored-placement"
import { createShop, createStaff } from "@gondola/store-returns"

export const PASSWORD = "violet-escargot-7-parapluie"
export const PIN = "4071"
export const GTIN = { mug: withCheckDigit("376000000001"), lamp: withCheckDigit("376000000002") }

export const PEOPLE = {
  operator: "olga@halle.example",
  sellerA: "anna@tasses.example",
  sellerB: "bruno@lampes.example",
  brand: "brice@ecume.example",
  rival: "rita@rival.example",
  clerk: "clara@halle.example",
  clerkElsewhere: "lila@halle.example",
} as const

/**
 * What nobody can do from outside: the retailer, its catalogue, its operator, its shops and its advertisers' accounts.
 * Sellers, offers, campaigns and orders come through the public surfaces, in the stories.
 */
export async function openSmallMarketplace(container: MedusaContainer) {
  const retailer = await setUpRetailer(container, {
    name: "La Halle",
    countryCode: "fr",
    trader: {
      legalName: "La Halle d'essai SAS",
      street: "10 rue de la République",
      postalCode: "69001",
      city: "Lyon",
      email: "contact@halle.example",
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
  const [shirt, sweater, mug, lamp] = await createCatalogueProducts(container, [
    article("T-shirt écume", "Foam T-shirt", { category: "vetements", brand: "Écume", price: 2000 }),
    article("Pull marin", "Sailor sweater", { category: "vetements", brand: "Écume", price: 5900 }),
    article("Tasse de grès", "Stoneware mug", { category: "tasses", brand: "Potier", gtin: GTIN.mug }),
    article("Lampe de bureau", "Desk lamp", { category: "lampes", brand: "Lueur", gtin: GTIN.lamp }),
  ])
  const rule = { fixed: 0, active: true }
  await createRule(container, { ...rule, name: "Lampes", categoryHandle: "lampes", rateBps: 1200 })
  await createRule(container, { ...rule, name: "Le reste", rateBps: 1500 })
  await openOperator(container)
  await openShops(container)
  await openAdvertiser(container, "Écume", PEOPLE.brand)
  await openAdvertiser(container, "Potier", PEOPLE.rival)
  return { retailer, products: { shirt: shirt!, sweater: sweater!, mug: mug!, lamp: lamp! } }
}

function article(
  fr: string,
  en: string,
  { category, brand, price, gtin }: { category: string; brand: string; price?: number; gtin?: string },
) {
  return {
    title: { fr, en },
    description: { fr: `${fr}, pour les essais.`, en: `${en}, for trials.` },
    brand,
    images: ["/pictures/x.svg"],
    categories: [category],
    safety: {
      manufacturer: "Gondole, Lyon",
      manufacturerContact: "securite@gondole.example",
      euResponsible: null,
      warnings: [],
    },
    variants: [{ sku: en, gtins: gtin ? [gtin] : [], price: price ? cents(price) : null, stock: price ? 50 : 0 }],
  }
}

async function openOperator(container: MedusaContainer): Promise<void> {
  const credentials = { body: { email: PEOPLE.operator, password: PASSWORD } } as AuthenticationInput
  const { authIdentity } = await container.resolve(Modules.AUTH).register("emailpass", credentials)
  await createUserAccountWorkflow(container).run({
    input: { authIdentityId: authIdentity!.id, userData: { email: PEOPLE.operator, first_name: "Olga" } },
  })
}

async function openShops(container: MedusaContainer): Promise<void> {
  const hours = ["lun.–sam. 9:30–19:00"]
  const place = { address: "1 place du Marché", hours }
  await createShop(container, { ...place, handle: "lyon", name: "La Halle Lyon", city: "Lyon", postalCode: "69002" })
  await createShop(container, { ...place, handle: "lille", name: "La Halle Lille", city: "Lille", postalCode: "59000" })
  const clerk = { password: PASSWORD, role: "clerk" as const, pin: PIN }
  await createStaff(container, { ...clerk, shopHandle: "lyon", name: "Clara", email: PEOPLE.clerk })
  await createStaff(container, {
    ...clerk,
    shopHandle: "lille",
    name: "Lila",
    email: PEOPLE.clerkElsewhere,
    pin: "9354",
  })
}

async function openAdvertiser(container: MedusaContainer, brand: string, email: string): Promise<void> {
  await createAdvertiserWorkflow(container).run({
    input: { name: brand, brand, email, password: PASSWORD, firstName: "B", lastName: "Rand" },
  })
}
