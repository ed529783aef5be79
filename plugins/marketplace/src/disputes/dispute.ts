import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { notFound } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import { type DisputeFacts, type DisputeMove, type DisputeParty, type DisputeState, moveDispute } from "./dispute-state"

export const DISPUTE_REASONS = [
  "NOT_RECEIVED",
  "DAMAGED",
  "NOT_AS_DESCRIBED",
  "WRONG_ITEM",
  "MISSING_ITEM",
  "RETURN_CONTESTED",
  "OTHER",
] as const
export type DisputeReason = (typeof DISPUTE_REASONS)[number]

export type Decision = "REFUND_FULL" | "REFUND_PART" | "REJECT"

export interface DisputeRow {
  readonly id: string
  readonly number: string
  readonly order_id: string
  readonly seller_order_id: string
  readonly seller_id: string | null
  readonly opened_by: "SHOPPER" | "SELLER"
  readonly opener_id: string
  readonly reason: DisputeReason
  readonly state: DisputeState
  readonly claimed: number
  readonly lines: readonly string[]
  readonly offered: number | null
  readonly decision: Decision | null
  readonly refunded: number | null
  readonly statement: string | null
  readonly opened_at: Date
  readonly due_at: Date
  readonly ended_at: Date | null
}

export const factsOf = (row: DisputeRow): DisputeFacts => ({
  state: row.state,
  openedBy: row.opened_by,
  offered: row.offered,
  ofHouse: row.seller_id === null,
})

/** @throws NOT_FOUND, also for a dispute about another part */
export async function readDispute(
  container: Pick<MedusaContainer, "resolve">,
  id: string,
  sellerOrderId?: string,
): Promise<DisputeRow> {
  const row = (await knexOf(container)("marketplace_dispute")
    .where(sellerOrderId === undefined ? { id } : { id, seller_order_id: sellerOrderId })
    .first()) as DisputeRow | undefined
  if (!row) throw notFound("This dispute")
  return row
}

/** @throws DISPUTE_STATE */
export function nextState(row: DisputeRow, move: DisputeMove, party: DisputeParty): DisputeState {
  const next = moveDispute(factsOf(row), move, party)
  if (next === null)
    throw marketplaceError("DISPUTE_STATE", "This dispute has moved on; open it again to see what can be done now")
  return next
}

/** Only from the state that was read: two who act at once do not both win. */
export async function saveDispute(trx: Knex.Transaction, row: DisputeRow, changes: object): Promise<void> {
  const changed = await trx("marketplace_dispute").where({ id: row.id, state: row.state }).update(changes)
  if (changed === 0)
    throw marketplaceError("DISPUTE_STATE", "Somebody else was quicker with this dispute; open it again")
}
