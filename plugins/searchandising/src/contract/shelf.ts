import type { ResolvedSearchIndexDefinition, SearchFilters } from "@medusajs/framework/types"
import { POSTGRES_PROVIDER } from "../providers/postgres/plan"

/** A small shelf with known answers, for every engine. */
export interface ShelfDocument {
  readonly id: string
  readonly title: string
  readonly brand: string | null
  readonly colours: readonly string[]
  readonly price: number | null
  readonly fresh: boolean
  readonly scope: readonly string[]
  readonly made: string
  readonly attributes: readonly object[]
  readonly [field: string]: unknown
}

const own = (options: object) => ({ provider_options: { [POSTGRES_PROVIDER]: { ...options } } })

export const SHELF: ResolvedSearchIndexDefinition = {
  name: "shelf",
  entity: "shelf_item",
  primary_key: "id",
  provider: POSTGRES_PROVIDER,
  physical_name: "shelf_v1",
  definition_hash: "x",
  settings: {},
  fields: {
    id: { type: "keyword", filterable: true },
    title: { type: "text", searchable: { weight: 3 }, filterable: true, sortable: true, ...own({ rank: "title" }) },
    brand: { type: "keyword", searchable: true, filterable: true, facetable: true, ...own({ rank: "brand" }) },
    colours: { type: "keyword", array: true, filterable: true, facetable: true },
    price: { type: "integer", filterable: true, sortable: true, facetable: { types: ["range", "stats"] } },
    fresh: { type: "boolean", filterable: true, facetable: true },
    scope: { type: "keyword", array: true, filterable: true },
    made: { type: "date", filterable: true, sortable: true },
    attributes: { type: "object", fields: {}, retrievable: false, ...own({ dynamic: true }) },
  },
  seed: async function* () {},
}

const NOUNS = ["laptop", "keyboard", "headphones", "mug", "lamp", "toner cartridge"]
const BRANDS = ["Acme", "Globex", "Initech", null]
const COLOURS = ["black", "white", "blue", 'it\'s "odd"']

/** Always the same three hundred documents. */
export function shelf(): ShelfDocument[] {
  let seed = 7
  const next = (n: number) => Math.floor((seed = (seed * 48_271) % 2_147_483_647) / 1_000) % n
  return Array.from({ length: 300 }, (_, i) => {
    const noun = NOUNS[i % NOUNS.length]!
    const size = String(1 + next(4))
    return {
      id: `doc${String(i).padStart(3, "0")}`,
      title: `${noun} model ${i} ${i % 7 === 0 ? "wireless" : "wired"} ${size} TB`,
      brand: BRANDS[next(4)]!,
      colours: COLOURS.filter(() => next(3) === 0),
      price: i % 11 === 0 ? null : 500 + next(200) * 10,
      fresh: next(2) === 0,
      scope: i % 5 === 0 ? ["staff"] : ["web", "staff"],
      made: new Date(Date.UTC(2020, next(60), 1)).toISOString(),
      attributes: [
        {
          key: "size",
          label: { fr: "Taille", en: "Size" },
          value: size,
          valueLabel: { fr: `${size} To`, en: `${size} TB` },
          unit: "TB",
        },
      ],
    }
  })
}

const valuesOf = (document: ShelfDocument, field: string): unknown[] =>
  [document[field]].flat().filter((value) => value !== null && value !== undefined)

/** The module's filter tree evaluated in plain JavaScript: what every engine must agree with. */
export function passes(document: ShelfDocument, filters: SearchFilters): boolean {
  return Object.entries(filters).every(([key, value]) => {
    if (key === "$and") return (value as SearchFilters[]).every((branch) => passes(document, branch))
    if (key === "$or") return (value as SearchFilters[]).some((branch) => passes(document, branch))
    if (key === "$not") return !passes(document, value as SearchFilters)
    return fieldPasses(valuesOf(document, key), value)
  })
}

function fieldPasses(values: readonly unknown[], value: unknown): boolean {
  const equals = (item: unknown) => (item === null ? values.length === 0 : values.includes(item))
  if (value === null || typeof value !== "object") return equals(value)
  if (Array.isArray(value)) return value.some(equals)
  return Object.entries(value as Record<string, unknown>).every(([operator, operand]) => {
    const items = [operand].flat()
    const some = (test: (item: never) => boolean) => (values as never[]).some(test)
    switch (operator) {
      case "$eq":
        return equals(operand)
      case "$ne":
        return !equals(operand)
      case "$in":
      case "$overlaps":
        return items.some(equals)
      case "$nin":
        return !items.some(equals)
      case "$contains":
        return items.every(equals)
      case "$exists":
        return values.length > 0 === operand
      case "$lt":
        return some((item) => item < (operand as number))
      case "$lte":
        return some((item) => item <= (operand as number))
      case "$gt":
        return some((item) => item > (operand as number))
      case "$gte":
        return some((item) => item >= (operand as number))
      case "$prefix":
        return some((item) => String(item).startsWith(String(operand)))
      default:
        throw new Error(`no answer for ${operator}`)
    }
  })
}
