/**
 * Search state ↔ address. Every state has one address, so that a page can be shared, bookmarked and gone back to:
 *   q=…  f.<field>=<value> (repeated)  r.<field>=<min>..<max>  sort=…  page=…
 */
export const SORTS = ["RELEVANCE", "PRICE_ASC", "PRICE_DESC", "NEWEST"] as const
export type Sort = (typeof SORTS)[number]

export interface Filter {
  field: string
  values: string[]
  min?: number
  max?: number
}

export interface SearchState {
  query: string
  filters: Filter[]
  sort: Sort
  page: number
}

export type RawParams = Record<string, string | string[] | undefined>

const LIMITS = { query: 200, filters: 20, values: 40, valueLength: 200, page: 10_000 }

export const EMPTY_SEARCH: SearchState = { query: "", filters: [], sort: "RELEVANCE", page: 1 }

export function decodeSearch(raw: RawParams): SearchState {
  const filters = new Map<string, Filter>()
  for (const [key, value] of Object.entries(raw)) {
    const field = key.slice(2)
    if (value === undefined || !field) continue
    if (key.startsWith("f.")) addValues(filters, field, many(value))
    else if (key.startsWith("r.")) addRange(filters, field, one(value))
  }
  return {
    query: one(raw.q).trim().slice(0, LIMITS.query),
    filters: [...filters.values()].sort((a, b) => compare(a.field, b.field)).slice(0, LIMITS.filters),
    sort: SORTS.find((sort) => sort.toLowerCase() === one(raw.sort)) ?? "RELEVANCE",
    page: pageOf(one(raw.page)),
  }
}

/** The query string with its question mark, or "" for the empty state. */
export function encodeSearch(state: SearchState): string {
  const params = new URLSearchParams()
  if (state.query) params.set("q", state.query)
  for (const { field, values, min, max } of state.filters) {
    for (const value of values) params.append(`f.${field}`, value)
    if (min !== undefined || max !== undefined) params.set(`r.${field}`, `${min ?? ""}..${max ?? ""}`)
  }
  if (state.sort !== "RELEVANCE") params.set("sort", state.sort.toLowerCase())
  if (state.page > 1) params.set("page", String(state.page))
  const text = params.toString()
  return text ? `?${text}` : ""
}

/** Adds the value, or takes it away; the page starts again at one. */
export function toggleValue(state: SearchState, field: string, value: string): SearchState {
  const before = state.filters.find((filter) => filter.field === field) ?? { field, values: [] }
  const values = before.values.includes(value)
    ? before.values.filter((one) => one !== value)
    : [...before.values, value].sort(compare)
  return replaceFilter(state, { ...before, values })
}

export function setRange(state: SearchState, field: string, min?: number, max?: number): SearchState {
  const before = state.filters.find((filter) => filter.field === field)
  return replaceFilter(state, { field, values: before?.values ?? [], min, max })
}

export function clearField(state: SearchState, field: string): SearchState {
  return { ...state, page: 1, filters: state.filters.filter((filter) => filter.field !== field) }
}

function replaceFilter(state: SearchState, filter: Filter): SearchState {
  const others = state.filters.filter((one) => one.field !== filter.field)
  const kept = filter.values.length > 0 || filter.min !== undefined || filter.max !== undefined
  const filters = kept ? [...others, filter].sort((a, b) => compare(a.field, b.field)) : others
  return { ...state, page: 1, filters }
}

function addValues(filters: Map<string, Filter>, field: string, values: string[]): void {
  const wanted = [...new Set(values)].filter((value) => value !== "" && value.length <= LIMITS.valueLength)
  if (wanted.length === 0) return
  const before = filters.get(field) ?? { field, values: [] }
  filters.set(field, { ...before, values: wanted.sort(compare).slice(0, LIMITS.values) })
}

function addRange(filters: Map<string, Filter>, field: string, text: string): void {
  const [from = "", to = ""] = text.split("..")
  const min = bound(from)
  const max = bound(to)
  if (min === undefined && max === undefined) return
  filters.set(field, { ...(filters.get(field) ?? { field, values: [] }), min, max })
}

function bound(text: string): number | undefined {
  if (text.trim() === "") return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

function pageOf(text: string): number {
  const page = Number(text)
  return Number.isInteger(page) && page >= 1 ? Math.min(page, LIMITS.page) : 1
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ""
}

function many(value: string | string[]): string[] {
  return Array.isArray(value) ? value : [value]
}

/** By code unit, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
