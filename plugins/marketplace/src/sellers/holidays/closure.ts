/** A closure of the shop: the first instant belongs to it, the last does not. */
export interface Closure {
  readonly from: Date
  readonly until: Date
}

/** The closure that holds at `now`: of several, the one that ends last. */
export function closureAt(closures: readonly Closure[], now: Date): Closure | null {
  const holding = closures.filter(({ from, until }) => from <= now && now < until)
  return holding.reduce<Closure | null>((last, each) => (last && last.until >= each.until ? last : each), null)
}

/** The next one that has not begun: told to shoppers ahead. */
export function nextClosure(closures: readonly Closure[], now: Date): Closure | null {
  const ahead = closures.filter(({ from }) => from > now)
  return ahead.reduce<Closure | null>((first, each) => (first && first.from <= each.from ? first : each), null)
}
