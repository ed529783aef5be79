interface Tidied {
  field: string
  label: string
  values: { value: string; label: string }[]
}

/**
 * Facets as people read them: shops by their town instead of their handle, and of two facets with one name only the
 * first (a brand may be an attribute as well).
 */
export function tidyFacets<F extends Tidied>(facets: readonly F[], towns: ReadonlyMap<string, string>): F[] {
  const seen = new Set<string>()
  return facets.flatMap((facet) => {
    if (seen.has(facet.label)) return []
    seen.add(facet.label)
    if (facet.field !== "shop") return [facet]
    return [{ ...facet, values: facet.values.map((one) => ({ ...one, label: towns.get(one.value) ?? one.label })) }]
  })
}
