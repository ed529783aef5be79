import type { FieldCounts, FilterGroup, RetrievalResult } from "../providers/postgres/plan"
import type { Locale } from "../ports"
import { FACETS } from "./fields"

export interface FacetValueView {
  readonly value: string
  readonly label: string
  readonly count: number
  readonly selected: boolean
}

export interface FacetView {
  readonly field: string
  readonly label: string
  readonly kind: "VALUES" | "RANGE" | "TREE"
  readonly values: readonly FacetValueView[]
  readonly min: number | null
  readonly max: number | null
  readonly histogram: readonly { readonly from: number; readonly to: number; readonly count: number }[]
  readonly unit: string | null
}

export interface PresentContext {
  readonly locale: Locale
  readonly filters: readonly FilterGroup[]
  /** Handles whose children are worth showing: the children of the present category, or the roots. */
  readonly treeNodes: ReadonlyMap<string, string>
}

/** A facet that offers no choice is noise, unless the shopper already chose in it. */
const worthShowing = (facet: FacetView): boolean =>
  facet.kind === "RANGE"
    ? facet.min !== null && facet.max !== null && facet.min < facet.max
    : facet.values.length > 1 || facet.values.some((value) => value.selected) || facet.kind === "TREE"

/** Facets as the page shows them: the shop's own in their order, then the attributes by coverage. */
export function presentFacets(
  result: Pick<RetrievalResult, "facets" | "histogram">,
  context: PresentContext,
): FacetView[] {
  const byField = new Map(result.facets.map((counts) => [counts.field, counts]))
  const fixed = FACETS.flatMap(({ name, field, label }): FacetView[] => {
    if (field === "price") return result.histogram ? [range(name, label[context.locale], result.histogram)] : []
    const counts = byField.get(field)
    if (!counts) return []
    const facet = valuesOf(name, label[context.locale], counts, context)
    if (field !== "categories") return [facet]
    const values = facet.values
      .filter((value) => context.treeNodes.has(value.value) || value.selected)
      .map((value) => ({ ...value, label: context.treeNodes.get(value.value) ?? value.label }))
    return values.length > 0 ? [{ ...facet, kind: "TREE", values }] : []
  })
  const attributes = result.facets
    .filter((counts) => counts.dynamic)
    .sort((a, b) => b.documents - a.documents || (a.field < b.field ? -1 : 1))
    .map((counts) => valuesOf(counts.field, counts.label, counts, context))
  return [...fixed, ...attributes].filter(worthShowing)
}

function valuesOf(name: string, label: string, counts: FieldCounts, context: PresentContext): FacetView {
  const selected = new Set(context.filters.find((group) => group.field === counts.field)?.values ?? [])
  const values = counts.values.map((value) => ({ ...value, selected: selected.has(value.value) }))
  const known = new Set(values.map((value) => value.value))
  // A chosen value that matches nothing any more must stay visible, or nobody could take it back.
  for (const value of selected) if (!known.has(value)) values.push({ value, label: value, count: 0, selected: true })
  return { field: name, label, kind: "VALUES", values, min: null, max: null, histogram: [], unit: counts.unit }
}

function range(name: string, label: string, histogram: NonNullable<RetrievalResult["histogram"]>): FacetView {
  return {
    field: name,
    label,
    kind: "RANGE",
    values: [],
    min: histogram.min,
    max: histogram.max,
    histogram: histogram.bars,
    unit: null,
  }
}
