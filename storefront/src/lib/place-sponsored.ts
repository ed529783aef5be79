export type GridItem<Hit, Ad> = { kind: "hit"; hit: Hit } | { kind: "ad"; ad: Ad }

/**
 * The grid in reading order: each ad at its slot (from 0), organic hits in between. An ad whose slot lies beyond the
 * end stands last; of two ads for one slot the first keeps it and the second follows.
 */
export function placeSponsored<Hit, Ad extends { slot: number }>(
  hits: readonly Hit[],
  ads: readonly Ad[],
): GridItem<Hit, Ad>[] {
  const waiting = [...ads].sort((a, b) => a.slot - b.slot)
  const grid: GridItem<Hit, Ad>[] = []
  const placeDue = () => {
    for (let next = waiting[0]; next && next.slot <= grid.length; next = waiting[0]) {
      grid.push({ kind: "ad", ad: next })
      waiting.shift()
    }
  }
  for (const hit of hits) {
    placeDue()
    grid.push({ kind: "hit", hit })
  }
  return [...grid, ...waiting.map((ad) => ({ kind: "ad" as const, ad }))]
}
