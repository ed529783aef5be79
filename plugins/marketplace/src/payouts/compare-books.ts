import type { BalanceMovement } from "./provider/provider"

export type ReconciliationProblem = "NOT_IN_BOOK" | "NOT_AT_PROVIDER" | "AMOUNT" | "CLAIMS"

export interface Difference {
  readonly problem: ReconciliationProblem
  readonly payoutId: string | null
  /** The provider's name for the movement. */
  readonly reference: string | null
  readonly currency: string
  readonly book: number | null
  readonly provider: number | null
}

/** What the ledger says was moved for a payout; minor units, positive for money that left. */
export interface BookedMovement {
  readonly payoutId: string
  readonly kind: "transfer" | "reversal"
  readonly amount: number
  readonly currency: string
}

/**
 * The book beside the provider's own, movement by movement. A transfer whose answer was lost, one made by hand at the
 * provider, a wrong amount: each is a line, none is repaired here.
 */
export function compareBooks(book: readonly BookedMovement[], provider: readonly BalanceMovement[]): Difference[] {
  const key = (each: { payoutId: string | null; kind: string }) => `${each.kind} ${each.payoutId}`
  const open = new Map(book.map((each) => [key(each), each]))
  const differences: Difference[] = []
  for (const moved of provider) {
    const known = moved.payoutId === null ? undefined : open.get(key(moved))
    if (known) open.delete(key(moved))
    const same = known && known.amount === moved.amount && known.currency === moved.currency
    if (same) continue
    differences.push({
      problem: known ? "AMOUNT" : "NOT_IN_BOOK",
      payoutId: moved.payoutId,
      reference: moved.id,
      currency: moved.currency,
      book: known?.amount ?? null,
      provider: moved.amount,
    })
  }
  for (const left of open.values())
    differences.push({
      problem: "NOT_AT_PROVIDER",
      payoutId: left.payoutId,
      reference: null,
      currency: left.currency,
      book: left.amount,
      provider: null,
    })
  return differences
}
