import { allocate, type Cents, type Micros } from "@gondola/kit"

export interface GroupWeights {
  /** Exact amounts as Medusa computed them; a discount may leave fractions of a cent. */
  readonly lines: readonly Micros[]
  readonly delivery: Micros
}

export interface GroupShare {
  readonly share: Cents
  readonly lines: readonly Cents[]
  readonly delivery: Cents
}

/**
 * Shares one capture between the traders and, within each, between its lines and its delivery. Largest remainder at both
 * levels: whole cents that add up to the capture exactly, whatever fractions the discounts left.
 */
export function splitPayment(captured: Cents, groups: readonly GroupWeights[]): GroupShare[] {
  const shares = allocate(
    captured,
    groups.map((group) => group.delivery + group.lines.reduce<number>((a, b) => a + b, 0)),
  )
  return groups.map((group, index) => {
    const share = shares[index]!
    const parts = allocate(share, [...group.lines, group.delivery])
    return { share, lines: parts.slice(0, -1), delivery: parts[parts.length - 1]! }
  })
}
