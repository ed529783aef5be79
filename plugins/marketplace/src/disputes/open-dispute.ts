import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, cents, clockOf } from "@gondola/kit"
import { checkedFiles, type MessageFileDraft } from "../messages/files"
import { addMessage } from "../messages/write-message"
import { knexOf } from "../modules/marketplace/resolve"
import { readOrderPolicy, workingDaysAfter } from "../order-policy/order-policy"
import { recordOrderEvent } from "../orders/order-events"
import { withOrderLock } from "../orders/order-lock"
import { refreshState } from "../orders/parcels"
import type { SellerOrderHead } from "../orders/seller-order-head"
import { moneyLeft } from "../redress/plan-redress"
import { readRedressFacts } from "../redress/redress"
import { assertAllowed } from "../redress/situation"
import { type DisputeReason, type DisputeRow, readDispute } from "./dispute"
import { tellDispute } from "./tell-dispute"

export interface DisputeDraft {
  readonly key: string
  readonly reason: DisputeReason
  /** Lines that it is about; all of the part when empty. */
  readonly lineIds: readonly string[]
  /** Minor units that the opener wants back (a seller: 0). */
  readonly claimed: number
  readonly text: string
  readonly files?: readonly MessageFileDraft[]
}

export interface DisputeOpener {
  readonly role: "SHOPPER" | "SELLER"
  readonly id: string
}

/** @throws SELLER_ORDER_STATE | BAD_INPUT | BAD_FILE | FILE_TOO_LARGE */
export async function openDispute(
  container: MedusaContainer,
  head: SellerOrderHead,
  opener: DisputeOpener,
  draft: DisputeDraft,
): Promise<DisputeRow> {
  if (draft.text.trim().length < 10) throw badInput("Tell what happened, in a sentence at least", { field: "text" })
  const files = await checkedFiles(draft.files ?? [])
  const key = `dispute:${head.id}:${draft.key}`
  return withOrderLock(container, head.orderId, async () => {
    const knex = knexOf(container)
    const known = (await knex("marketplace_dispute").where("key", key).first("id")) as { id: string } | undefined
    if (known) return readDispute(container, known.id)
    await assertAllowed(container, { sellerOrderId: head.id, side: opener.role, action: "DISPUTE" })
    const facts = await readRedressFacts(knex, head.id)
    if (draft.lineIds.some((id) => !facts.lines.some((line) => line.lineId === id)))
      throw badInput("An article of this dispute is not of this part of the order", { field: "lineIds" })
    const most = moneyLeft(facts, draft.lineIds)
    if (!Number.isSafeInteger(draft.claimed) || draft.claimed < 0 || draft.claimed > most)
      throw badInput(`The amount goes from 0 to ${(most / 100).toFixed(2)}: what was paid and not given back yet`, {
        field: "claimed",
        most: cents(most),
      })
    const now = clockOf(container).now()
    const policy = await readOrderPolicy(container)
    const id = generateEntityId(undefined, "dispute")
    await knex.transaction(async (trx) => {
      await trx("marketplace_dispute").insert({
        id,
        key,
        order_id: head.orderId,
        seller_order_id: head.id,
        seller_id: head.sellerId,
        opened_by: opener.role,
        opener_id: opener.id,
        reason: draft.reason,
        state: "OPEN",
        claimed: draft.claimed,
        lines: JSON.stringify(draft.lineIds),
        opened_at: now,
        due_at: workingDaysAfter(now, policy.disputeAnswerDays),
      })
      const message = { key: `open-${id}`, body: draft.text }
      await addMessage(container, trx, { head, author: opener, draft: message, files, disputeId: id, silent: true })
      await refreshState(trx, head.id)
      await recordOrderEvent(trx, {
        key: `dispute-opened:${id}`,
        orderId: head.orderId,
        sellerOrderId: head.id,
        at: now,
        by: opener,
        kind: "DISPUTE_OPENED",
        details: { reason: draft.reason, amount: draft.claimed, disputeId: id },
      })
      await tellDispute(container, { disputeId: id, what: "OPENED" }, trx)
    })
    return readDispute(container, id)
  })
}
