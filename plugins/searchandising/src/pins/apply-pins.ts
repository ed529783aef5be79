export interface PinPlace {
  readonly productId: string
  /** From 1. */
  readonly position: number
}

export interface Placed {
  readonly id: string
  readonly pinned: boolean
}

/**
 * Puts pinned products at their places of the whole list. A pin whose product misses the filters or the scope
 * (`present` has it not) is skipped and leaves no hole; one beyond the end goes to the end, in the order of positions.
 * @param ranked the list without pins, best first
 */
export function applyPins(
  ranked: readonly string[],
  pins: readonly PinPlace[],
  present: ReadonlySet<string>,
): Placed[] {
  const valid = [...pins]
    .filter((pin) => present.has(pin.productId))
    .sort((a, b) => a.position - b.position)
    .filter((pin, i, all) => all.findIndex((other) => other.productId === pin.productId) === i)
  const pinned = new Set(valid.map((pin) => pin.productId))
  const placed: Placed[] = ranked.filter((id) => !pinned.has(id)).map((id) => ({ id, pinned: false }))
  for (const pin of valid)
    placed.splice(Math.min(pin.position - 1, placed.length), 0, { id: pin.productId, pinned: true })
  return placed
}
