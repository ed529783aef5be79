import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type Cents, clockOf, decimalOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { retailerOf } from "../retailer/retailer-of"
import { recordPrices } from "./record-sheets"

export interface PriceChange {
  readonly variantId: string
  /** Whose history it enters: an offer id, or the variant id of the retailer's own. */
  readonly subjectId: string
  readonly price: Cents
  /** False while the offer is not on sale. */
  readonly applied?: boolean
}

/** Sets what Medusa charges and appends to the price history. A variant without a price gets one. */
export async function setPrices(container: MedusaContainer, changes: readonly PriceChange[]): Promise<void> {
  if (changes.length === 0) return
  const { setup } = await retailerOf(container)
  const currency_code = setup.currency.toLowerCase()
  const pricing = container.resolve(Modules.PRICING)
  const sets = await priceSetsOf(
    container,
    changes.map((change) => change.variantId),
  )
  const known = changes.filter((change) => sets.has(change.variantId))
  await pricing.upsertPriceSets(
    known.map((change) => ({
      id: sets.get(change.variantId)!,
      prices: [{ amount: decimalOf(change.price), currency_code }],
    })),
  )
  const fresh = changes.filter((change) => !sets.has(change.variantId))
  const made = await pricing.createPriceSets(
    fresh.map((change) => ({ prices: [{ amount: decimalOf(change.price), currency_code }] })),
  )
  await container.resolve(ContainerRegistrationKeys.LINK).create(
    fresh.map((change, index) => ({
      [Modules.PRODUCT]: { variant_id: change.variantId },
      [Modules.PRICING]: { price_set_id: made[index]!.id },
    })),
  )
  await knexOf(container).transaction((trx) =>
    recordPrices(trx, changes, { now: clockOf(container).now(), currency: setup.currency }),
  )
}

/** A change of the retailer's own prices. */
export const changeRetailerPrices = (
  container: MedusaContainer,
  changes: readonly { readonly variantId: string; readonly price: Cents }[],
): Promise<void> =>
  setPrices(
    container,
    changes.map(({ variantId, price }) => ({ variantId, subjectId: variantId, price })),
  )

async function priceSetsOf(container: MedusaContainer, variantIds: readonly string[]): Promise<Map<string, string>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["id", "price_set.id"],
    filters: { id: [...variantIds] },
  })
  const rows = data as { id: string; price_set?: { id: string } | null }[]
  return new Map(rows.flatMap((row) => (row.price_set ? [[row.id, row.price_set.id] as const] : [])))
}
