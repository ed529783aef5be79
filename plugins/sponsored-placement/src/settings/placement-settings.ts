import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { badInput, micros, type Micros } from "@gondola/kit"
import { MAX_BID } from "../auction/columns"
import { MAX_SLOTS } from "../auction/settle"

/** What the retailer sets once for all advertisers. */
export interface PlacementSettings {
  /** Reserve per click. */
  readonly floor: Micros
  /** Places in the grid, from 0. */
  readonly searchSlots: readonly number[]
  readonly categorySlots: readonly number[]
  readonly maxPerBrand: number
  /** Below it no bid counts. */
  readonly minRelevancePpm: number
}

export async function readSettings(db: Knex): Promise<PlacementSettings> {
  const row = (await db("sponsored_settings").where({ id: "retailer" }).first()) as {
    floor_micros: string
    search_slots: number[]
    category_slots: number[]
    max_per_brand: number
    min_relevance_ppm: number
  }
  return {
    floor: micros(Number(row.floor_micros)),
    searchSlots: row.search_slots,
    categorySlots: row.category_slots,
    maxPerBrand: row.max_per_brand,
    minRelevancePpm: row.min_relevance_ppm,
  }
}

/** @throws BAD_INPUT */
export async function saveSettings(db: Knex, settings: Omit<PlacementSettings, "minRelevancePpm">): Promise<void> {
  if (settings.floor < 1 || settings.floor > MAX_BID)
    throw badInput("The floor must be above 0 and below the highest bid")
  if (settings.maxPerBrand < 1 || settings.maxPerBrand > MAX_SLOTS)
    throw badInput(`A brand has 1 to ${MAX_SLOTS} places`)
  const slots = (given: readonly number[]) => [...new Set(given)].sort((a, b) => a - b)
  for (const given of [settings.searchSlots, settings.categorySlots])
    if (given.length > MAX_SLOTS || given.some((slot) => slot < 0 || slot > 95))
      throw badInput("Places are counted from 0 to 95, at most 40 of them")
  await db("sponsored_settings")
    .where({ id: "retailer" })
    .update({
      floor_micros: settings.floor,
      search_slots: slots(settings.searchSlots),
      category_slots: slots(settings.categorySlots),
      max_per_brand: settings.maxPerBrand,
    })
}
