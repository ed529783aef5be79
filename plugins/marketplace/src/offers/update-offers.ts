import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { cents, clockOf } from "@gondola/kit"
import { recordPrices } from "../catalogue/record-sheets"
import { setPrices } from "../catalogue/set-prices"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import type { SellerRow } from "../sellers/seller-row"
import type { Condition, OfferDraft, OfferState } from "./offer-draft"

export interface KnownOffer {
  readonly id: string
  readonly variant_id: string
  readonly inventory_item_id: string
  readonly price: number
  readonly currency: string
  readonly condition: Condition
  readonly lead_time_days: number
  readonly state: OfferState
  /** The import that brought it. */
  readonly run_id?: string | null
}

interface Entry {
  readonly draft: OfferDraft
  readonly offer: KnownOffer
}

/** Writes what differs. @returns the ids of the offers that changed */
export async function updateOffers(
  container: MedusaContainer,
  seller: SellerRow,
  known: readonly Entry[],
): Promise<Set<string>> {
  if (known.length === 0) return new Set()
  const stocks = await stockChanges(container, seller, known)
  const prices = known.filter(({ draft, offer }) => draft.price !== undefined && draft.price !== offer.price)
  if (stocks.length > 0)
    await container.resolve(Modules.INVENTORY).updateInventoryLevels(
      stocks.map(({ offer, stocked }) => ({
        inventory_item_id: offer.inventory_item_id,
        location_id: seller.stock_location_id!,
        stocked_quantity: stocked,
      })),
    )
  const onSale = ({ draft, offer }: Entry) => (draft.state ?? offer.state) === "active"
  await setPrices(
    container,
    prices.map((entry) => ({
      variantId: entry.offer.variant_id,
      subjectId: entry.offer.id,
      price: entry.draft.price!,
      applied: onSale(entry),
    })),
  )
  await recordAgain(
    container,
    known.filter((entry) => onSale(entry) && entry.offer.state !== "active" && !prices.includes(entry)),
  )
  const rows = known.filter((entry) => prices.includes(entry) || isOther(entry))
  if (rows.length > 0)
    await marketplaceOf(container).updateOffers(
      rows.map(({ draft, offer }) => ({
        id: offer.id,
        price: draft.price ?? offer.price,
        condition: draft.condition ?? offer.condition,
        lead_time_days: draft.leadTimeDays ?? offer.lead_time_days,
        state: draft.state ?? offer.state,
      })),
    )
  return new Set([...rows, ...stocks].map(({ offer }) => offer.id))
}

/** Words and state; price and stock are compared apart. */
export const isOther = ({ draft, offer }: Entry): boolean =>
  (draft.condition !== undefined && draft.condition !== offer.condition) ||
  (draft.leadTimeDays !== undefined && draft.leadTimeDays !== offer.lead_time_days) ||
  (draft.state !== undefined && draft.state !== offer.state)

/** A seller counts what can still be sold; what an order holds already comes on top in Medusa. */
export async function stockChanges<T extends Entry>(
  container: MedusaContainer,
  seller: Pick<SellerRow, "stock_location_id">,
  known: readonly T[],
): Promise<(T & { readonly stocked: number })[]> {
  const named = known.filter(({ draft }) => draft.stock !== undefined)
  if (named.length === 0) return []
  const levels = await container.resolve(Modules.INVENTORY).listInventoryLevels(
    {
      inventory_item_id: named.map(({ offer }) => offer.inventory_item_id),
      location_id: seller.stock_location_id!,
    },
    { take: named.length },
  )
  const at = new Map(levels.map((level) => [level.inventory_item_id, level]))
  return named.flatMap((entry) => {
    const level = at.get(entry.offer.inventory_item_id)
    const held = Number(level?.reserved_quantity ?? 0)
    const stocked = entry.draft.stock! + held
    return level && Number(level.stocked_quantity) === stocked ? [] : [{ ...entry, stocked }]
  })
}

/** An offer that comes (back) on sale asks its price of shoppers from now on. */
async function recordAgain(container: MedusaContainer, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return
  const now = clockOf(container).now()
  const currency = entries[0]!.offer.currency
  await knexOf(container).transaction((trx) =>
    recordPrices(
      trx,
      entries.map(({ offer }) => ({ subjectId: offer.id, price: cents(offer.price) })),
      { now, currency },
    ),
  )
}
