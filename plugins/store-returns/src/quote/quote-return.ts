import { type Cents, cents, shareHalfUp, sum } from "@gondola/kit"
import type { Basis } from "../eligibility/types"

export interface QuotedClaim {
  readonly lineId: string
  readonly quantity: number
  readonly basis: Basis
  readonly deductionPercent: number
}

export interface QuotedLineFacts {
  readonly lineId: string
  readonly sellerId: string | null
  readonly traderName: string
  readonly quantity: number
  /** What the shopper paid for the whole line. */
  readonly total: Cents
  /** Units that came back before. */
  readonly returned: number
  /** What may still be given back: a dispute may have given money without goods. */
  readonly refundable: Cents
}

/** One trader's delivery in this order. */
export interface DeliveryFacts {
  readonly sellerId: string | null
  readonly traderName: string
  readonly paid: Cents
  /** The cheapest delivery the trader offered: a costlier choice is the shopper's own (L221-24). */
  readonly standard: Cents
  readonly alreadyRefunded: Cents
}

export interface QuoteInput {
  readonly claims: readonly QuotedClaim[]
  readonly lines: readonly QuotedLineFacts[]
  readonly deliveries: readonly DeliveryFacts[]
  /** Units that earlier returns took back under withdrawal, by line. */
  readonly withdrawnBefore: Readonly<Record<string, number>>
}

export interface QuotedLine {
  readonly goods: Cents
  readonly deduction: Cents
  readonly refund: Cents
}

export interface QuotedDelivery {
  readonly sellerId: string | null
  readonly traderName: string
  readonly refund: Cents
}

export interface Quote {
  /** In the order of the claims. */
  readonly lines: readonly QuotedLine[]
  readonly deliveries: readonly QuotedDelivery[]
  readonly goods: Cents
  readonly delivery: Cents
  readonly deduction: Cents
  readonly total: Cents
}

/** The price of the first `units` of a line; shares of any partition add up to the line's total exactly. */
const priceOfFirst = (line: QuotedLineFacts, units: number): number =>
  Number((2n * BigInt(line.total) * BigInt(units) + BigInt(line.quantity)) / (2n * BigInt(line.quantity)))

/** What the shopper gets back for these claims. Claims were judged before (assessLine): this only counts. */
export function quoteReturn(input: QuoteInput): Quote {
  const taken = new Map<string, number>()
  const given = new Map<string, number>()
  const lines = input.claims.map((claim): QuotedLine => {
    const line = lineOf(input, claim.lineId)
    const before = line.returned + (taken.get(claim.lineId) ?? 0)
    taken.set(claim.lineId, (taken.get(claim.lineId) ?? 0) + claim.quantity)
    if (before + claim.quantity > line.quantity) throw new RangeError(`line ${line.lineId} has not that many units`)
    const share = priceOfFirst(line, before + claim.quantity) - priceOfFirst(line, before)
    const goods = cents(Math.min(share, line.refundable - (given.get(claim.lineId) ?? 0)))
    given.set(claim.lineId, (given.get(claim.lineId) ?? 0) + goods)
    const deduction = claim.basis === "WITHDRAWAL" ? shareHalfUp(goods, claim.deductionPercent * 100) : cents(0)
    return { goods, deduction, refund: cents(goods - deduction) }
  })
  const deliveries = input.deliveries
    .filter((delivery) => fullyWithdrawn(input, delivery.sellerId))
    .map((delivery) => ({
      sellerId: delivery.sellerId,
      traderName: delivery.traderName,
      refund: cents(Math.max(0, Math.min(delivery.paid, delivery.standard) - delivery.alreadyRefunded)),
    }))
    .filter((delivery) => delivery.refund > 0)
  const goods = sum(lines.map((line) => line.goods))
  const deduction = sum(lines.map((line) => line.deduction))
  const delivery = sum(deliveries.map((d) => d.refund))
  return { lines, deliveries, goods, delivery, deduction, total: cents(goods - deduction + delivery) }
}

/** Outbound delivery goes back only when nothing that it carried is kept, all of it under withdrawal. */
function fullyWithdrawn(input: QuoteInput, sellerId: string | null): boolean {
  const own = input.lines.filter((line) => line.sellerId === sellerId)
  const claimed = (lineId: string): number =>
    sum(input.claims.filter((c) => c.lineId === lineId && c.basis === "WITHDRAWAL").map((c) => c.quantity))
  return (
    own.some((line) => claimed(line.lineId) > 0) &&
    own.every((line) => claimed(line.lineId) + (input.withdrawnBefore[line.lineId] ?? 0) >= line.quantity)
  )
}

function lineOf(input: QuoteInput, lineId: string): QuotedLineFacts {
  const line = input.lines.find((candidate) => candidate.lineId === lineId)
  if (!line) throw new RangeError(`line ${lineId} is not of this order`)
  return line
}
