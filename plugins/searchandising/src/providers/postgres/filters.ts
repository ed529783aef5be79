import { MedusaError } from "@medusajs/framework/utils"
import type { SearchFieldDefinition, SearchFilters } from "@medusajs/framework/types"
import { isNumeric } from "./document-row"
import type { Parameters } from "./statement"

type Fields = Readonly<Record<string, SearchFieldDefinition>>

/**
 * The module's filter tree as SQL over `b.doc`. A field counts as the list of its values, none when it is null or
 * absent: a comparison holds when some value satisfies it, $ne and $nin when none equals.
 */
export function filterCondition(filters: SearchFilters | undefined, fields: Fields, parameters: Parameters): string {
  if (!filters) return "true"
  const parts = Object.entries(filters).map(([key, value]) => {
    if (key === "$and" || key === "$or") {
      const branches = (value as SearchFilters[]).map((branch) => filterCondition(branch, fields, parameters))
      if (branches.length === 0) return key === "$and" ? "true" : "false"
      return `(${branches.join(key === "$and" ? " and " : " or ")})`
    }
    if (key === "$not") return `not ${filterCondition(value as SearchFilters, fields, parameters)}`
    return fieldCondition(key, value, fields, parameters)
  })
  return parts.length > 0 ? `(${parts.join(" and ")})` : "true"
}

function fieldCondition(path: string, value: unknown, fields: Fields, parameters: Parameters): string {
  if (path === "id" && (typeof value === "string" || Array.isArray(value)))
    return `d.id = any (${parameters.add([value].flat().map(String))}::text[])`
  const p = (item: unknown) => parameters.add(item)
  const column = `b.doc #> ${p(`{${path.split(".").join(",")}}`)}::text[]`
  const list = `(case jsonb_typeof(${column}) when 'array' then ${column} when 'null' then '[]'::jsonb else coalesce(jsonb_build_array(${column}), '[]'::jsonb) end)`
  const present = `(${column} is not null and jsonb_array_length(${list}) > 0)`
  const some = (test: string) =>
    `(${column} is not null and exists (select 1 from jsonb_array_elements_text(${list}) as e(v) where v is not null and ${test}))`
  const field = fields[path]
  const numeric = field !== undefined && isNumeric(field)
  const date = field?.type === "date"
  const typed = (item: unknown) =>
    date
      ? `${p(new Date(item as string | Date).toISOString())}::timestamptz`
      : numeric
        ? `${p(String(item))}::numeric`
        : `${p(String(item))}::text`
  const element = date ? "v::timestamptz" : numeric ? "v::numeric" : "v"
  const equals = (item: unknown) => (item === null ? `not ${present}` : some(`${element} = ${typed(item)}`))
  const among = (items: readonly unknown[]) => (items.length > 0 ? `(${items.map(equals).join(" or ")})` : "false")

  if (value === null || typeof value !== "object" || value instanceof Date) return equals(value)
  if (Array.isArray(value)) return among(value)
  const conditions = Object.entries(value as Record<string, unknown>).map(([operator, operand]) => {
    const items = [operand].flat() as unknown[]
    switch (operator) {
      case "$eq":
        return equals(operand)
      case "$ne":
        return `not ${equals(operand)}`
      case "$in":
      case "$overlaps":
        return among(items)
      case "$nin":
        return `not ${among(items)}`
      case "$contains":
        return items.length > 0 ? `(${items.map(equals).join(" and ")})` : "true"
      case "$exists":
        return operand ? present : `not ${present}`
      case "$lt":
        return some(`${element} < ${typed(operand)}`)
      case "$lte":
        return some(`${element} <= ${typed(operand)}`)
      case "$gt":
        return some(`${element} > ${typed(operand)}`)
      case "$gte":
        return some(`${element} >= ${typed(operand)}`)
      case "$prefix":
        return some(`starts_with(v, ${p(String(operand))})`)
      case "$like":
        return some(`v like ${p(String(operand))}`)
      default:
        throw new MedusaError(MedusaError.Types.INVALID_DATA, `This search engine does not know the filter ${operator}`)
    }
  })
  return conditions.length > 0 ? `(${conditions.join(" and ")})` : "true"
}
