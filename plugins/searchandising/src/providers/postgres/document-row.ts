import { createHash } from "node:crypto"
import type { ResolvedSearchIndexDefinition, SearchFieldDefinition, SearchDocument } from "@medusajs/framework/types"
import { FIELDS, type Field } from "../../ranking/bm25f"
import { wordsOf, type Word } from "../../text/tokens"
import { POSTGRES_PROVIDER } from "./plan"

export interface Label {
  readonly fr: string
  readonly en: string
}

export interface FacetValueRow {
  readonly field: string
  readonly value: string
  readonly label: Label | null
  readonly fieldLabel: Label | null
  readonly unit: string | null
  readonly dynamic: boolean
}

export interface DocumentRow {
  readonly id: string
  readonly tsv: string
  readonly words: Record<Field, string> & { brandName: string | null }
  readonly hash: string
  readonly doc: Record<string, unknown>
  readonly values: readonly FacetValueRow[]
  readonly nums: Record<string, number>
  /** Every word once, with a way it is written. */
  readonly lexicon: ReadonlyMap<string, string>
}

/** How a declared field is indexed, beyond Medusa's own flags. */
interface FieldOptions {
  /** Which field of the ranking its words belong to; the title when absent. */
  readonly rank?: Field
  /** An array of {key, label, value, valueLabel, unit}: facets that the definition cannot name. */
  readonly dynamic?: boolean
  /** Holds labels of other fields' values: {field: {value: {fr, en}}}. */
  readonly labels?: boolean
}

/** An entry of a dynamic field. */
export interface DynamicValue {
  readonly key: string
  readonly label: Label
  readonly value: string
  readonly valueLabel: Label
  readonly unit: string | null
}

const WEIGHT_LETTER: Record<Field, "A" | "B" | "C" | "D"> = {
  title: "A",
  type: "B",
  name: "B",
  brand: "C",
  description: "D",
}

export const optionsOf = (field: SearchFieldDefinition): FieldOptions =>
  (field.provider_options?.[POSTGRES_PROVIDER] ?? {}) as FieldOptions

export const isFacetField = (field: SearchFieldDefinition): boolean =>
  (field.type === "keyword" || field.type === "boolean") && Boolean(field.facetable || field.filterable)

export const isNumeric = (field: SearchFieldDefinition): boolean =>
  field.type === "integer" || field.type === "float" || field.type === "date"

export function documentRow(document: SearchDocument, definition: ResolvedSearchIndexDefinition): DocumentRow {
  const words = Object.fromEntries(FIELDS.map((field) => [field, [] as string[]])) as Record<Field, string[]>
  const values: FacetValueRow[] = []
  const nums: Record<string, number> = {}
  const doc: Record<string, unknown> = { id: document.id }
  let labels: Record<string, Record<string, Label>> = {}
  let brandName: string | null = null
  const lexicon = new Map<string, string>()

  for (const [path, field] of Object.entries(definition.fields))
    if (optionsOf(field).labels) labels = (document[path] ?? {}) as typeof labels

  for (const [path, field] of Object.entries(definition.fields)) {
    const value = document[path]
    const options = optionsOf(field)
    if (options.labels || value === undefined || path === definition.primary_key) continue
    if (options.dynamic) {
      for (const entry of value as DynamicValue[])
        values.push({
          field: `attr.${entry.key}`,
          value: entry.value,
          label: entry.valueLabel,
          fieldLabel: entry.label,
          unit: entry.unit,
          dynamic: true,
        })
      if (field.retrievable === false) continue
    }
    doc[path] = value
    const list = (Array.isArray(value) ? value : [value]).filter((item) => item !== null && item !== undefined)
    if (field.searchable) {
      const rank = options.rank ?? "title"
      if (rank === "brand" && list[0]) brandName = String(list[0])
      words[rank].push(...mergedTokens(list, lexicon))
    }
    if (isFacetField(field))
      for (const item of new Set(list.map(String)))
        values.push({
          field: path,
          value: item,
          label: labels[path]?.[item] ?? null,
          fieldLabel: null,
          unit: null,
          dynamic: false,
        })
    if (isNumeric(field) && !field.array && list.length > 0) nums[path] = numberOf(list[0])
  }
  const joined = Object.fromEntries(FIELDS.map((f) => [f, words[f].slice(0, 400).join(" ")])) as Record<Field, string>
  const tsv = tsvector(words)
  return {
    id: document.id,
    tsv,
    words: { ...joined, brandName },
    hash: createHash("sha256").update(tsv).digest("base64url").slice(0, 22),
    doc,
    values,
    nums,
    lexicon,
  }
}

/** The words of the first text, then those that the others add: a French and an English title are not twice a word. */
function mergedTokens(texts: readonly unknown[], lexicon: Map<string, string>): string[] {
  const tokens: string[] = []
  const known = new Set<string>()
  texts.map(String).forEach((text, index) => {
    const words: Word[] = wordsOf(text)
    for (const { token, surface } of words) {
      if (index > 0 && known.has(token)) continue
      tokens.push(token)
      // The shorter writing is the singular.
      if (surface.length < (lexicon.get(token)?.length ?? Infinity)) lexicon.set(token, surface)
    }
    for (const { token } of words) known.add(token)
  })
  return tokens
}

export const numberOf = (value: unknown): number =>
  value instanceof Date
    ? value.getTime()
    : typeof value === "string" && Number.isNaN(Number(value))
      ? Date.parse(value)
      : Number(value)

/** Literal form, so that the server's parser never cuts our tokens anew. */
function tsvector(words: Record<Field, readonly string[]>): string {
  const places = new Map<string, string[]>()
  let position = 1
  for (const field of FIELDS)
    for (const word of words[field].slice(0, 400)) {
      const list = places.get(word)
      if (!list) places.set(word, [`${position}${WEIGHT_LETTER[field]}`])
      else if (list.length < 20) list.push(`${position}${WEIGHT_LETTER[field]}`)
      position = Math.min(16_000, position + 1)
    }
  return [...places].map(([word, list]) => `'${word}':${list.join(",")}`).join(" ")
}
