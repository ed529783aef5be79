import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, notFound } from "@gondola/kit"
import type { Letters } from "../notifications/letter"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"
import type { SellerRow } from "./seller-row"
import { type Move, MOVES, movesFrom, stateAfter } from "./states"
import { type Ground, insertStatement, type StatementDecision } from "./standing/statement"
import { tellSeller } from "./tell"

export interface SellerMove {
  readonly sellerId: string
  /** Several where one deed has two names: approving also lifts a suspension. */
  readonly moves: readonly Move[]
  readonly actor: Act["actor"]
  readonly reason?: string | null
  /** Written where the seller loses something (DSA art. 17, P2B art. 4). */
  readonly statement?: {
    readonly decision: StatementDecision
    readonly ground: Ground
    readonly noticeId?: string | null
  }
  readonly letter?: { readonly kind: string; readonly text: (seller: SellerRow, move: Move) => Letters }
}

/**
 * One step of a seller's life: its row, the event, the trail, the statement of reasons and the letter stand or fall
 * together. The caller holds the seller's lock and aligns the shelf afterwards.
 * @throws NOT_FOUND | SELLER_STATE | BAD_INPUT without a needed reason
 */
export async function moveSeller(
  container: MedusaContainer,
  { sellerId, moves, actor, reason, statement, letter }: SellerMove,
  trx: Knex.Transaction,
): Promise<SellerRow> {
  const row = (await trx("marketplace_seller").where({ id: sellerId }).whereNull("deleted_at").forUpdate().first()) as
    SellerRow | undefined
  if (!row) throw notFound("This seller")
  const move = moves.find((each) => movesFrom(row.state).includes(each)) ?? moves[0]!
  const to = stateAfter(row.state, move)
  const why = reason?.trim() || null
  if (MOVES[move].needsReason && !why) throw badInput("Give the reason: the seller is told", { field: "reason" })
  const now = clockOf(container).now()
  const change = {
    state: to,
    state_reason: why,
    state_changed_at: now,
    updated_at: now,
    ...(to === "closed" ? { closed_at: now, closing_at: null } : {}),
  }
  await trx("marketplace_seller").where({ id: sellerId }).update(change)
  const eventId = generateEntityId(undefined, "selevt")
  await trx("marketplace_seller_event").insert({
    id: eventId,
    seller_id: sellerId,
    from_state: row.state,
    to_state: to,
    actor: actor.id,
    reason: why,
    at: now,
  })
  await recordAct(
    container,
    {
      actor,
      action: `seller.${move}`,
      subject: { type: "seller", id: sellerId },
      sellerId,
      details: { from: row.state, to, reason: why },
    },
    trx,
  )
  if (move === "lift")
    await trx("marketplace_statement_of_reasons")
      .where({ seller_id: sellerId, decision: "suspension" })
      .whereNull("lifted_at")
      .update({ lifted_at: now })
  const after: SellerRow = { ...row, ...change }
  if (statement)
    await insertStatement(trx, {
      key: `${eventId}:${statement.decision}`,
      sellerId,
      subject: { type: "seller", id: sellerId, label: row.name },
      decision: statement.decision,
      ground: statement.ground,
      noticeId: statement.noticeId ?? null,
      reason: why ?? "",
      actor: actor.id,
      at: now,
      effectiveAt: now,
    })
  if (letter)
    await tellSeller(container, after, { key: eventId, kind: letter.kind, letter: letter.text(after, move) }, trx)
  return after
}
