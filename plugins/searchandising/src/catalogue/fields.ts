import type { SearchFieldDefinition } from "@medusajs/framework/types"
import { POSTGRES_PROVIDER } from "../providers/postgres/plan"

export const CATALOG_INDEX = "catalog"

const own = (options: Record<string, unknown>) => ({ provider_options: { [POSTGRES_PROVIDER]: options } })

/**
 * One document a catalogue product, its offers grouped. Facets whose names the catalogue decides (attributes) lie in
 * `attributes`, because the module knows only declared fields.
 */
export const CATALOG_FIELDS: Record<string, SearchFieldDefinition> = {
  id: { type: "keyword", filterable: true },
  titles: { type: "text", array: true, searchable: { weight: 4 }, retrievable: false, ...own({ rank: "title" }) },
  types: { type: "text", array: true, searchable: { weight: 3 }, retrievable: false, ...own({ rank: "type" }) },
  codes: { type: "text", array: true, searchable: { weight: 3 }, retrievable: false, ...own({ rank: "name" }) },
  brand: {
    type: "keyword",
    searchable: { weight: 2 },
    filterable: true,
    facetable: true,
    ...own({ rank: "brand" }),
  },
  descriptions: {
    type: "text",
    array: true,
    searchable: { weight: 1 },
    retrievable: false,
    ...own({ rank: "description" }),
  },
  categories: { type: "keyword", array: true, filterable: true, facetable: true },
  sellers: { type: "keyword", array: true, filterable: true, facetable: true },
  conditions: { type: "keyword", array: true, filterable: true, facetable: true },
  shops: { type: "keyword", array: true, filterable: true, facetable: true },
  /** Where it may be shown; never a facet, so that no filter of a shopper can widen it. */
  scope: { type: "keyword", array: true, filterable: true, retrievable: false },
  /** Minor units of the best offer, VAT included. */
  price: { type: "integer", filterable: true, sortable: true, facetable: { types: ["range", "stats"] } },
  released: { type: "date", sortable: true },
  /** Order of a page without a query. */
  rank: { type: "float", sortable: true, retrievable: false },
  card: { type: "object", fields: {} },
  attributes: { type: "object", fields: {}, retrievable: false, ...own({ dynamic: true }) },
  labels: { type: "object", fields: {}, retrievable: false, ...own({ labels: true }) },
}
