/** Two-sided 95 %. */
const Z = 1.96
const MIN_UNITS = 20
const TIMES_CATEGORY = 1.5

/** Units of one product sold in the window, and how many of them came back. */
export interface ReturnCount {
  readonly productId: string
  readonly category: string | null
  readonly sold: number
  readonly returned: number
}

export interface ReturnAlert extends ReturnCount {
  /** Shares from 0 to 1. */
  readonly rate: number
  readonly floor: number
  readonly categoryRate: number
}

/**
 * Lower end of the Wilson score interval of a share: where the true rate lies at least, as far as `n` units can tell.
 * Wilson 1927; unlike the textbook interval it holds for few units and for shares near 0.
 */
export function wilsonFloor(hits: number, n: number): number {
  // Rounding leaves a trace above 0 where the formula gives 0.
  if (hits === 0) return 0
  const p = hits / n
  const z2 = Z * Z
  const middle = p + z2 / (2 * n)
  const spread = Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  return Math.max(0, (middle - spread) / (1 + z2 / n))
}

/**
 * K4: products that come back clearly more than their category, worst first. At least 20 units sold, and the Wilson floor
 * of the product's rate above 1.5 times the rate of its category (the product itself counted in).
 */
export function returnAlerts(counts: readonly ReturnCount[]): ReturnAlert[] {
  const categories = new Map<string | null, { sold: number; returned: number }>()
  for (const { category, sold, returned } of counts) {
    const sum = categories.get(category) ?? { sold: 0, returned: 0 }
    categories.set(category, { sold: sum.sold + sold, returned: sum.returned + returned })
  }
  return counts
    .filter(({ sold }) => sold >= MIN_UNITS)
    .map((count) => {
      const of = categories.get(count.category)!
      return {
        ...count,
        rate: count.returned / count.sold,
        floor: wilsonFloor(count.returned, count.sold),
        categoryRate: of.returned / of.sold,
      }
    })
    .filter((alert) => alert.floor > TIMES_CATEGORY * alert.categoryRate)
    .sort((a, b) => b.floor - a.floor || (a.productId < b.productId ? -1 : 1))
}
