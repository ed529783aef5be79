import { createHash } from "node:crypto"

export interface Drawable {
  readonly id: string
  /** Who sells it; the empty text is the retailer. */
  readonly stratum: string
}

/**
 * A random sample that reaches every trader before it looks twice at one: traders stand in a random order, and each in
 * its turn gives a random one of what it sells until there are enough. The seed decides it all, so that a draw can be
 * repeated and shown; whoever does not know the seed can foresee nothing.
 */
export function drawSample<T extends Drawable>(population: readonly T[], size: number, seed: string): T[] {
  const rank = (...words: string[]) =>
    createHash("sha256")
      .update([seed, ...words].join("\n"))
      .digest("hex")
  const strata = new Map<string, { readonly item: T; readonly at: string }[]>()
  for (const item of population) {
    const own = strata.get(item.stratum) ?? []
    own.push({ item, at: rank("item", item.id) })
    strata.set(item.stratum, own)
  }
  const turns = [...strata]
    .map(([stratum, items]) => ({ at: rank("stratum", stratum), items: items.sort(byRank).map(({ item }) => item) }))
    .sort(byRank)
  const drawn: T[] = []
  for (let round = 0; drawn.length < Math.min(size, population.length); round++)
    for (const { items } of turns) {
      const next = items[round]
      if (next !== undefined && drawn.length < size) drawn.push(next)
    }
  return drawn
}

const byRank = (a: { readonly at: string }, b: { readonly at: string }): number => (a.at < b.at ? -1 : 1)
