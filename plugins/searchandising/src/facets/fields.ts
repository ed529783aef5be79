import { badInput } from "@gondola/kit"
import type { Locale } from "../ports"
import type { FilterGroup } from "../providers/postgres/plan"

type Label = Readonly<Record<Locale, string>>

/** Facets that every shop has: public name, field of the index, label. Their order is that of the page. */
export const FACETS: readonly { readonly name: string; readonly field: string; readonly label: Label }[] = [
  { name: "category", field: "categories", label: { fr: "Rayon", en: "Department" } },
  { name: "price", field: "price", label: { fr: "Prix", en: "Price" } },
  { name: "brand", field: "brand", label: { fr: "Marque", en: "Brand" } },
  { name: "seller", field: "sellers", label: { fr: "Vendu par", en: "Sold by" } },
  { name: "condition", field: "conditions", label: { fr: "État", en: "Condition" } },
  { name: "shop", field: "shops", label: { fr: "Disponible en magasin", en: "Available in shop" } },
]

export const ATTRIBUTE_PREFIX = "attr."

const fieldOf = (name: string): string | undefined =>
  name.startsWith(ATTRIBUTE_PREFIX) ? name : FACETS.find((facet) => facet.name === name)?.field

export interface FacetFilterInput {
  readonly field: string
  readonly values?: readonly string[] | null
  readonly min?: number | null
  readonly max?: number | null
}

const MAX_FILTERS = 20
const MAX_VALUES = 50

/** @throws BAD_INPUT for a facet that does not exist, or bounds of one that is no number */
export function filterGroups(filters: readonly FacetFilterInput[]): FilterGroup[] {
  if (filters.length > MAX_FILTERS) throw badInput(`At most ${MAX_FILTERS} filters at once`)
  const merged = new Map<string, FilterGroup>()
  for (const filter of filters) {
    const field = fieldOf(filter.field)
    if (!field) throw badInput(`There is no facet ${filter.field}`)
    const values = filter.values ?? []
    const bounded = typeof filter.min === "number" || typeof filter.max === "number"
    if (bounded && field !== "price") throw badInput(`${filter.field} has values, not bounds`)
    if (values.length > 0 && field === "price") throw badInput("price has bounds, not values")
    if (values.length > MAX_VALUES) throw badInput(`At most ${MAX_VALUES} values of one facet`)
    if (values.length > 0)
      merged.set(field, { field, values: [...new Set([...(merged.get(field)?.values ?? []), ...values])] })
    if (bounded)
      merged.set(field, {
        field,
        ...(typeof filter.min === "number" ? { min: filter.min } : {}),
        ...(typeof filter.max === "number" ? { max: filter.max } : {}),
      })
  }
  return [...merged.values()]
}
