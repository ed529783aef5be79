/** Which rows of a list are ticked, over all its pages. */
export type Ticked = ReadonlySet<string>

export const toggled = (ticked: Ticked, key: string): Ticked => {
  const next = new Set(ticked)
  if (!next.delete(key)) next.add(key)
  return next
}

/** Ticks every row shown; when all of them were ticked already, frees them and leaves other pages as they are. */
export function toggledPage(ticked: Ticked, shown: readonly string[]): Ticked {
  const all = shown.every((key) => ticked.has(key))
  const next = new Set(ticked)
  for (const key of shown) {
    if (all) next.delete(key)
    else next.add(key)
  }
  return next
}

/** Shift-click: from the row ticked last to this one, both included. */
export function tickedRange(ticked: Ticked, shown: readonly string[], ends: { from: string; to: string }): Ticked {
  const [a, b] = [shown.indexOf(ends.from), shown.indexOf(ends.to)]
  if (a < 0 || b < 0) return toggled(ticked, ends.to)
  return new Set([...ticked, ...shown.slice(Math.min(a, b), Math.max(a, b) + 1)])
}

export const pageTick = (ticked: Ticked, shown: readonly string[]): "all" | "some" | "none" => {
  const count = shown.filter((key) => ticked.has(key)).length
  return count === 0 ? "none" : count === shown.length ? "all" : "some"
}
