import { type Cents, cents } from "@gondola/kit"

export interface TraderShare {
  readonly sellerId: string | null
  readonly traderName: string
  readonly refund: Cents
}

/** What each trader pays back, the retailer first, then by name: nothing is mixed between them. */
export function sharesByTrader(parts: readonly TraderShare[]): TraderShare[] {
  const byTrader = new Map<string | null, TraderShare>()
  for (const part of parts) {
    const before = byTrader.get(part.sellerId)
    byTrader.set(part.sellerId, { ...part, refund: cents((before?.refund ?? 0) + part.refund) })
  }
  return [...byTrader.values()].sort((a, b) =>
    a.sellerId === null ? -1 : b.sellerId === null ? 1 : a.traderName.localeCompare(b.traderName),
  )
}
