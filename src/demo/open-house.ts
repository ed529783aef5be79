import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { cents, type SignedIn } from "@gondola/kit"
import {
  applyAsSeller,
  approveSeller,
  changeRetailerPrices,
  createCatalogueProducts,
  createRule,
  saveCategories,
  saveOffers,
  setUpRetailer,
} from "@gondola/marketplace"
import type { SellerKey } from "./content/article"
import * as house from "./content/house"
import { articles, catalogueDraft, categoryDrafts, offerDrafts } from "./drafts"
import { publishFirstTerms } from "./show-sellers"
import type { Stage } from "./stage"

export interface Sold {
  readonly productId: string
  readonly variantIds: readonly string[]
}

/** The marketplace with its people and its goods, before the first order. */
export interface House {
  readonly operator: SignedIn
  readonly sellers: Readonly<Record<SellerKey, { readonly id: string; readonly member: SignedIn }>>
  /** In the order of `articles`. */
  readonly products: readonly Sold[]
}

export async function openHouse(stage: Stage): Promise<House> {
  const { container } = stage
  stage.daysAgo(90)
  await setUpRetailer(container, house.retailer)
  const operator = await openOperator(stage)
  await publishFirstTerms(stage, operator)
  stage.tell("the retailer is set up")
  await saveCategories(container, categoryDrafts())
  const products = await createCatalogueProducts(
    container,
    articles.map((article) => catalogueDraft(article, stage.now)),
  )
  stage.tell(`${products.length} products are on the shelf`)
  const sellers = {
    brindille: await openSeller(stage, "brindille", operator),
    lueur: await openSeller(stage, "lueur", operator),
    kumo: await openSeller(stage, "kumo", operator),
  }
  for (const { categoryHandle, ...rule } of house.commissionRules)
    await createRule(container, { ...rule, categoryHandle, fixed: 0, active: true })
  stage.daysAgo(4)
  await reducePrices(stage, products)
  return { operator, sellers, products }
}

async function openOperator({ container }: Stage): Promise<SignedIn> {
  const { email, firstName, lastName } = house.operator
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity, error } = await auth.register("emailpass", {
    body: { email, password: house.PASSWORD },
  } as never)
  if (!authIdentity) throw new Error(`The operator could not be made: ${error ?? "no reason given"}`)
  const { result } = await createUserAccountWorkflow(container).run({
    input: { authIdentityId: authIdentity.id, userData: { email, first_name: firstName, last_name: lastName } },
  })
  return { actor: "OPERATOR", id: result.id }
}

async function openSeller(stage: Stage, key: SellerKey, operator: SignedIn) {
  const { container } = stage
  const { delivery, ...identity } = house.sellers[key]
  const { sellerId, memberId } = await applyAsSeller(container, {
    ...identity,
    password: house.PASSWORD,
    selfCertified: true,
    acceptsTerms: true,
  })
  const prices = { standard: cents(delivery.standard), express: cents(delivery.express) }
  await approveSeller(container, { sellerId, actor: operator.id, delivery: prices })
  const results = await saveOffers(container, sellerId, offerDrafts(key))
  const refused = results.find((result) => !result.ok)
  if (refused && !refused.ok) throw new Error(`An offer of ${identity.name} was refused: ${refused.message}`)
  stage.tell(`${identity.name} sells ${results.length} offers`)
  return { id: sellerId, member: { actor: "SELLER_MEMBER", id: memberId } as const }
}

/** The reductions of the week; the price before stays in the history, where the law wants it. */
async function reducePrices({ container }: Stage, products: readonly Sold[]): Promise<void> {
  const changes = articles.flatMap((article, index) =>
    article.before && !article.only
      ? (products[index]?.variantIds ?? []).map((variantId) => ({ variantId, price: cents(article.price) }))
      : [],
  )
  await changeRetailerPrices(container, changes)
}
