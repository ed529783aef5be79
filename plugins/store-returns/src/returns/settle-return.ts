import { badInput, type Cents, cents, type GraphqlContext } from "@gondola/kit"
import { withOrderLock } from "@gondola/marketplace"
import { type Desk, deskOf } from "../desk/desk"
import { trailOf } from "../desk/trail-of"
import { refundDue } from "../eligibility/withdrawal-clock"
import { storeReturnError } from "../errors"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { readReturnContext, type ReturnContext } from "../orders/return-context"
import { refundPerTender } from "../quote/tenders"
import { finishReturn } from "../settlement/finish-return"
import { firstProof } from "../withdrawal/dispatch-proof"
import { readPayments, tendersBefore } from "../settlement/refunds"
import { judgeClaims } from "./judge-claims"
import { assertLease } from "./lease"
import { type FullReturn, readShopReturn } from "./read-return"

const MAX_SIGNATURE = 200_000

/**
 * The shopper signed. First the return is accepted, in writing and for good; then it is finished. Whoever calls again,
 * also after a crash in between, gets the same refund and no second one.
 * @throws APPROVAL_NEEDED | QUOTE_STALE | REFUND_ABOVE_PAID | SETTLEMENT_UNFINISHED | ORDER_HELD | LEASE_EXPIRED
 */
export async function settleReturn(context: GraphqlContext, returnId: string, signature: string): Promise<FullReturn> {
  const desk = await deskOf(context)
  if (signature.trim() === "" || signature.length > MAX_SIGNATURE) throw badInput("The customer must sign")
  const { order_id: orderId } = await readShopReturn(context.scope, desk.shop.id, returnId)
  await withOrderLock(context.scope, orderId, async () => {
    await finishOthers(context, orderId, returnId)
    const row = await readShopReturn(context.scope, desk.shop.id, returnId)
    if (row.state === "ACCEPTED") return finishReturn(context.scope, returnId)
    if (row.state === "REFUNDED" || row.state === "DISPOSED") return
    await assertLease(context, desk, row)
    await accept(context, desk, row, signature)
    await finishReturn(context.scope, returnId)
  })
  return readShopReturn(context.scope, desk.shop.id, returnId)
}

/** An earlier return of this order that was cut off would make Medusa's quantities lie. */
async function finishOthers(context: GraphqlContext, orderId: string, returnId: string): Promise<void> {
  const others = await storeReturnsOf(context.scope).listStoreReturns({ order_id: orderId, state: "ACCEPTED" })
  for (const other of others) if (other.id !== returnId) await finishReturn(context.scope, other.id)
}

async function accept(context: GraphqlContext, desk: Desk, row: FullReturn, signature: string): Promise<void> {
  if (row.state === "AWAITING_APPROVAL")
    throw storeReturnError("APPROVAL_NEEDED", `A manager must approve first: ${row.approval_reason ?? ""}`)
  if (row.state !== "QUOTED") throw storeReturnError("WRONG_STATE", "Quote this return first")
  const now = context.clock.now()
  const facts = await readReturnContext(context.scope, row.order_id, now)
  assertStillTrue(row, facts, now)
  const payments = await readPayments(context.scope, facts.order.capturedPaymentIds)
  refundPerTender(cents(row.total), tendersBefore(payments, row.id))
  const declared = row.lines.some((line) => (facts.declaredOpen[line.order_line_id] ?? 0) > 0)
  const clockFrom = (declared ? facts.firstDeclaredAt : null) ?? now
  const proofAt = declared ? await firstProof(context.scope, row.order_id) : null
  const moved = await storeReturnsOf(context.scope).moveReturn(
    row.id,
    ["QUOTED"],
    {
      state: "ACCEPTED",
      signature,
      accepted_at: now,
      refund_clock_from: clockFrom,
      refund_due_at: refundDue({ declaredAt: clockFrom, goodsAt: now, proofAt }),
    },
    trailOf(desk, now, { action: "accepted", subject: row.id, detail: { total: row.total } }),
  )
  if (!moved) throw storeReturnError("WRONG_STATE", "This return was changed elsewhere; open it again")
}

/** Judges the saved lines again: between quote and signature units may have come back another way. */
function assertStillTrue(row: FullReturn, facts: ReturnContext, now: Date): void {
  const claims = row.lines.map((line) => ({
    lineId: line.order_line_id,
    quantity: line.quantity,
    basis: line.basis,
    reason: line.reason,
    grade: line.grade,
    deductionPercent: line.deduction_percent,
    hasPhoto: line.photo_id !== null,
  }))
  const { quote, approval } = judgeClaims(facts, claims, now)
  const same =
    quote.total === row.total && row.lines.every((line, index) => (quote.lines[index]?.refund as Cents) === line.refund)
  if (!same || (approval !== null && row.approved_by === null))
    throw storeReturnError("QUOTE_STALE", "Something changed since the quote; quote again and show it to the customer")
}
