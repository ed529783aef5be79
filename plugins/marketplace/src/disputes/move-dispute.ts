import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, cents, clockOf } from "@gondola/kit"
import { checkedFiles, type MessageFileDraft } from "../messages/files"
import { addMessage, type Side } from "../messages/write-message"
import { knexOf } from "../modules/marketplace/resolve"
import { readOrderPolicy, workingDaysAfter } from "../order-policy/order-policy"
import { type OrderActor, type OrderEventKind, recordOrderEvent } from "../orders/order-events"
import { withOrderLock } from "../orders/order-lock"
import { refreshState } from "../orders/parcels"
import { moneyLeft } from "../redress/plan-redress"
import { readRedressFacts } from "../redress/redress"
import { recordAct } from "../trail/record-act"
import { type Decision, type DisputeRow, nextState, readDispute, saveDispute } from "./dispute"
import { isEnded } from "./dispute-state"
import { payDecision } from "./pay-decision"
import { tellDispute, type DisputeNews } from "./tell-dispute"

export interface DisputeSpeech {
  readonly text: string
  readonly files?: readonly MessageFileDraft[]
}

/** The side that was accused explains, and may offer money. @throws DISPUTE_STATE | BAD_INPUT */
export async function answerDispute(
  container: MedusaContainer,
  dispute: DisputeRow,
  by: OrderActor & { readonly role: Side },
  answer: DisputeSpeech & { readonly offered: number | null },
): Promise<DisputeRow> {
  if (answer.text.trim().length < 10) throw badInput("Answer in a sentence at least", { field: "text" })
  const files = await checkedFiles(answer.files ?? [])
  const { disputeReactionDays } = await readOrderPolicy(container)
  return change(container, dispute.id, async (row, trx, now) => {
    const state = nextState(row, "ANSWER", by.role)
    if (answer.offered !== null) {
      const most = moneyLeft(await readRedressFacts(trx, row.seller_order_id), row.lines)
      if (!Number.isSafeInteger(answer.offered) || answer.offered < 0 || answer.offered > most)
        throw badInput(`An offer goes from 0 to ${(most / 100).toFixed(2)}`, { field: "offered" })
    }
    await saveDispute(trx, row, {
      state,
      offered: answer.offered,
      due_at: workingDaysAfter(now, disputeReactionDays),
    })
    await addMessage(container, trx, {
      head: { id: row.seller_order_id, orderId: row.order_id, sellerId: row.seller_id },
      author: by,
      draft: { key: `answer-${row.id}`, body: answer.text },
      files,
      disputeId: row.id,
      silent: true,
    })
    return { kind: "DISPUTE_ANSWERED", news: "ANSWERED", by, details: { amount: answer.offered ?? 0 } }
  })
}

/** The opener is not content with the answer: the operator decides. @throws DISPUTE_STATE */
export const escalateDispute = (container: MedusaContainer, dispute: DisputeRow, by: OrderActor): Promise<DisputeRow> =>
  escalate(container, dispute.id, by, "ESCALATE")

async function escalate(
  container: MedusaContainer,
  id: string,
  by: OrderActor,
  move: "ESCALATE" | "ANSWER_LATE",
): Promise<DisputeRow> {
  const { disputeDecisionDays } = await readOrderPolicy(container)
  return change(container, id, async (row, trx, now) => {
    const state = nextState(row, move, by.role)
    await saveDispute(trx, row, { state, due_at: workingDaysAfter(now, disputeDecisionDays) })
    return { kind: "DISPUTE_ESCALATED", news: "ESCALATED", by, details: { late: move === "ANSWER_LATE" } }
  })
}

/** The opener takes it back, or takes what was offered, which is paid at once. @throws DISPUTE_STATE */
export async function closeDispute(
  container: MedusaContainer,
  dispute: DisputeRow,
  by: OrderActor,
  move: "WITHDRAW" | "TAKE_OFFER" | "REACTION_LATE",
): Promise<DisputeRow> {
  return change(container, dispute.id, async (row, trx, now) => {
    const state = nextState(row, move, by.role)
    const taken = move === "TAKE_OFFER" ? row.offered : null
    await saveDispute(trx, row, { state, ended_at: now, refunded: taken })
    return { kind: "DISPUTE_CLOSED", news: "CLOSED", by, details: { move, amount: taken ?? 0 } }
  })
}

export interface Ruling {
  readonly decision: Decision
  /** Minor units, for a part. */
  readonly amount: number | null
  /** The statement of reasons: both sides get it. */
  readonly statement: string
}

const SHORTEST_STATEMENT = 20

/** The operator's decision with its reasons; a refund is paid at once. @throws DISPUTE_STATE | BAD_INPUT */
export async function decideDispute(
  container: MedusaContainer,
  dispute: DisputeRow,
  by: OrderActor,
  ruling: Ruling,
): Promise<DisputeRow> {
  const statement = ruling.statement.trim()
  if (statement.length < SHORTEST_STATEMENT)
    throw badInput(`Give the reasons in at least ${SHORTEST_STATEMENT} characters: both sides read them`, {
      field: "statement",
    })
  return change(container, dispute.id, async (row, trx, now) => {
    const state = nextState(row, "DECIDE", by.role)
    const left = moneyLeft(await readRedressFacts(trx, row.seller_order_id), row.lines)
    const refunded = { REJECT: 0, REFUND_FULL: left, REFUND_PART: ruling.amount ?? 0 }[ruling.decision]
    if (ruling.decision !== "REJECT" && (!Number.isSafeInteger(refunded) || refunded < 1 || refunded > left))
      throw badInput(`The refund goes from 0.01 to ${(left / 100).toFixed(2)}`, { field: "amount", most: cents(left) })
    await saveDispute(trx, row, { state, decision: ruling.decision, refunded, statement, ended_at: now })
    return { kind: "DISPUTE_DECIDED", news: "DECIDED", by, details: { decision: ruling.decision, amount: refunded } }
  })
}

interface Outcome {
  readonly kind: OrderEventKind
  readonly news: DisputeNews
  readonly by: OrderActor
  readonly details: Readonly<Record<string, unknown>>
}

const ACTOR = { SELLER: "SELLER_MEMBER", SHOPPER: "CUSTOMER", OPERATOR: "OPERATOR", SYSTEM: "SYSTEM" } as const

/** One move: what it changes, its event, its letters and its place in the trail stand or fall together. */
async function change(
  container: MedusaContainer,
  id: string,
  move: (row: DisputeRow, trx: Knex.Transaction, now: Date) => Promise<Outcome>,
): Promise<DisputeRow> {
  const { order_id: orderId } = await readDispute(container, id)
  return withOrderLock(container, orderId, async () => {
    const row = await readDispute(container, id)
    const now = clockOf(container).now()
    await knexOf(container).transaction(async (trx) => {
      const { kind, news, by, details } = await move(row, trx, now)
      await refreshState(trx, row.seller_order_id)
      const about = { disputeId: id, ...details }
      await recordOrderEvent(trx, {
        key: `${kind.toLowerCase()}:${id}`,
        orderId,
        sellerOrderId: row.seller_order_id,
        at: now,
        by,
        kind,
        details: about,
      })
      await recordAct(
        container,
        {
          key: `${kind.toLowerCase()}:${id}`,
          actor: { type: ACTOR[by.role], id: by.id },
          action: `dispute.${news.toLowerCase()}`,
          subject: { type: "dispute", id },
          orderId,
          sellerId: row.seller_id,
          at: now,
          details: about,
        },
        trx,
      )
      await tellDispute(container, { disputeId: id, what: news }, trx)
    })
    const after = await readDispute(container, id)
    if (isEnded(after.state) && after.refunded) await payDecision(container, after)
    return after
  })
}

/** Silence: of the accused it goes to the operator, of the opener it ends the dispute. */
export async function moveLateDisputes(container: MedusaContainer): Promise<number> {
  const by = { role: "SYSTEM", id: "move-late-disputes" } as const
  const late = (await knexOf(container)("marketplace_dispute")
    .whereIn("state", ["OPEN", "ANSWERED"])
    .where("due_at", "<", clockOf(container).now())
    .orderBy("due_at")
    .limit(100)) as DisputeRow[]
  for (const row of late)
    if (row.state === "OPEN") await escalate(container, row.id, by, "ANSWER_LATE")
    else await closeDispute(container, row, by, "REACTION_LATE")
  return late.length
}
