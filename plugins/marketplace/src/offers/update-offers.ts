import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { setPrices } from "../catalogue/set-prices"
import { marketplaceOf } from "../modules/marketplace/resolve"
import type { SellerRow } from "../sellers/seller-row"
import type { Condition, OfferDraft } from "./offer-draft"

interface KnownOffer {
  readonly id: string
  readonly variant_id: string
  readonly inventory_item_id: string
  readonly price: number
  readonly condition: Condition
  readonly lead_time_days: number
}

/** Writes what differs. @returns the ids of the offers that changed */
export async function updateOffers(
  container: MedusaContainer,
  seller: SellerRow,
  known: readonly { readonly draft: OfferDraft; readonly offer: KnownOffer }[],
): Promise<Set<string>> {
  if (known.length === 0) return new Set()
  const inventory = container.resolve(Modules.INVENTORY)
  const levels = await inventory.listInventoryLevels(
    { inventory_item_id: known.map(({ offer }) => offer.inventory_item_id), location_id: seller.stock_location_id! },
    { take: known.length },
  )
  // A seller counts what can still be sold; what an order holds already comes on top in Medusa.
  const held = new Map(levels.map((level) => [level.inventory_item_id, Number(level.reserved_quantity)]))
  const free = new Map(
    levels.map((level) => [level.inventory_item_id, Number(level.stocked_quantity) - Number(level.reserved_quantity)]),
  )
  const prices = known.filter(({ draft, offer }) => draft.price !== offer.price)
  const stocks = known.filter(({ draft, offer }) => free.get(offer.inventory_item_id) !== draft.stock)
  const words = known.filter(
    ({ draft, offer }) => draft.condition !== offer.condition || draft.leadTimeDays !== offer.lead_time_days,
  )
  if (stocks.length > 0)
    await inventory.updateInventoryLevels(
      stocks.map(({ draft, offer }) => ({
        inventory_item_id: offer.inventory_item_id,
        location_id: seller.stock_location_id!,
        stocked_quantity: draft.stock + (held.get(offer.inventory_item_id) ?? 0),
      })),
    )
  await setPrices(
    container,
    prices.map(({ draft, offer }) => ({ variantId: offer.variant_id, subjectId: offer.id, price: draft.price })),
  )
  const rows = known.filter((entry) => prices.includes(entry) || words.includes(entry))
  if (rows.length > 0)
    await marketplaceOf(container).updateOffers(
      rows.map(({ draft, offer }) => ({
        id: offer.id,
        price: draft.price,
        condition: draft.condition,
        lead_time_days: draft.leadTimeDays,
      })),
    )
  return new Set([...rows, ...stocks].map(({ offer }) => offer.id))
}
