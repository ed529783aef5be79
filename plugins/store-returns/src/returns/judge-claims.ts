import { notFound } from "@gondola/kit"
import type { SoldLine } from "@gondola/marketplace"
import { assessLine, type LineClaim } from "../eligibility/assess-line"
import type { ReturnContext } from "../orders/return-context"
import { type Quote, quoteReturn } from "../quote/quote-return"

export type Claim = LineClaim & { readonly lineId: string }

export interface Judgement {
  /** In the order of the claims. */
  readonly lines: readonly SoldLine[]
  readonly quote: Quote
  /** Why a manager must approve; null when the clerk may go on alone. */
  readonly approval: string | null
}

/**
 * Judges and prices what a counter wants to take back; the same at the quote and again just before anything is booked.
 * @throws NOT_FOUND and whatever assessLine throws
 */
export function judgeClaims(facts: ReturnContext, claims: readonly Claim[], now: Date): Judgement {
  const taken = new Map<string, { all: number; withdrawn: number }>()
  const approvals: string[] = []
  const lines = claims.map((claim) => {
    const line = facts.order.lines.find((each) => each.lineId === claim.lineId)
    if (!line) throw notFound("This order line")
    const before = taken.get(claim.lineId) ?? { all: 0, withdrawn: 0 }
    const today = facts.today(line)
    const left = {
      ...today,
      free: today.free - before.all,
      withdrawable: Math.min(today.free - before.all, today.withdrawable - before.withdrawn),
    }
    const approval = assessLine(line, left, claim, now)
    if (approval) approvals.push(`${line.title}: ${approval}`)
    taken.set(claim.lineId, {
      all: before.all + claim.quantity,
      withdrawn: before.withdrawn + (claim.basis === "WITHDRAWAL" ? claim.quantity : 0),
    })
    return line
  })
  const quote = quoteReturn({
    claims,
    lines: facts.order.lines,
    deliveries: facts.deliveries,
    withdrawnBefore: facts.withdrawnBefore,
  })
  return { lines, quote, approval: approvals.join("; ") || null }
}
