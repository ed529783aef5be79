import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { badInput, clockOf, conflict, notFound } from "@gondola/kit"
import { knexOf } from "../../modules/marketplace/resolve"
import type { Act } from "../../trail/act"
import { recordAct } from "../../trail/record-act"
import { complaintAnsweredLetter, complaintMadeLetter } from "../letters/standing"
import type { SellerRow } from "../seller-row"
import { tellOperator, tellSeller } from "../tell"
import { marketplaceError } from "../../errors"

/** DSA art. 20: a decision may be contested for six months. */
const COMPLAINT_MONTHS = 6

export const mayComplainUntil = (at: Date): Date => {
  const until = new Date(at)
  until.setUTCMonth(until.getUTCMonth() + COMPLAINT_MONTHS)
  return until
}

export const complaintText = (given: string): string => {
  const text = given.trim()
  if (text.length < 10 || text.length > 5000)
    throw badInput("Say in your own words why you disagree (10 to 5,000 characters)", { field: "text" })
  return text
}

interface StatementRow {
  id: string
  seller_id: string
  at: Date
}

/**
 * The seller disagrees with a statement of reasons: one complaint each, answered by a person.
 * @throws NOT_FOUND for another seller's | CONFLICT when there is one | NOTICE_PERIOD after six months
 */
export async function complain(
  container: MedusaContainer,
  seller: Pick<SellerRow, "id" | "name">,
  { statementId, text: given, actor }: { statementId: string; text: string; actor: Act["actor"] },
): Promise<string> {
  const text = complaintText(given)
  const now = clockOf(container).now()
  const id = generateEntityId(undefined, "cpl")
  await knexOf(container).transaction(async (trx) => {
    const statement = (await trx("marketplace_statement_of_reasons")
      .where({ id: statementId, seller_id: seller.id })
      .first()) as StatementRow | undefined
    if (!statement) throw notFound("This decision")
    if (now > mayComplainUntil(statement.at))
      throw marketplaceError("NOTICE_PERIOD", "A decision can be contested for six months; that time is over")
    const [made] = (await trx("marketplace_complaint")
      .insert({ id, statement_id: statementId, seller_id: seller.id, text, by: actor.id, at: now })
      .onConflict(trx.raw("(statement_id) where statement_id is not null") as never)
      .ignore()
      .returning("id")) as { id: string }[]
    if (!made) throw conflict("This decision was contested already; the answer will come here")
    await recordAct(
      container,
      {
        actor,
        action: "complaint.make",
        subject: { type: "complaint", id },
        sellerId: seller.id,
        details: { statementId },
      },
      trx,
    )
    await tellOperator(
      container,
      {
        key: `complaint:${id}`,
        kind: "complaint.made",
        letter: complaintMadeLetter(seller.name, text, `/operator/sellers/${seller.id}?tab=standing`),
        about: { type: "seller", id: seller.id },
      },
      trx,
    )
  })
  return id
}

export interface ComplaintAnswer {
  readonly complaintId: string
  readonly outcome: "upheld" | "reversed"
  readonly answer: string
  readonly actor: Act["actor"]
}

/**
 * The operator's answer to a seller's complaint. What a reversal gives back (a lifted suspension, an offer) is the
 * operator's next deed; the statement is marked as lifted.
 * @throws NOT_FOUND | CONFLICT | BAD_INPUT
 */
export async function answerComplaint(container: MedusaContainer, given: ComplaintAnswer): Promise<void> {
  const answer = given.answer.trim()
  if (!answer) throw badInput("Give the reasons of your answer", { field: "answer" })
  const now = clockOf(container).now()
  await knexOf(container).transaction(async (trx) => {
    const complaint = (await trx("marketplace_complaint").where({ id: given.complaintId }).forUpdate().first()) as
      { statement_id: string | null; seller_id: string | null; outcome: string | null } | undefined
    if (!complaint?.statement_id || !complaint.seller_id) throw notFound("This complaint")
    if (complaint.outcome) throw conflict("This complaint was answered already")
    await trx("marketplace_complaint")
      .where({ id: given.complaintId })
      .update({ outcome: given.outcome, answer, answered_by: given.actor.id, answered_at: now })
    if (given.outcome === "reversed")
      await trx("marketplace_statement_of_reasons")
        .where({ id: complaint.statement_id })
        .whereNull("lifted_at")
        .update({ lifted_at: now })
    const seller = (await trx("marketplace_seller").where({ id: complaint.seller_id }).first()) as SellerRow
    await recordAct(
      container,
      {
        actor: given.actor,
        action: "complaint.answer",
        subject: { type: "complaint", id: given.complaintId },
        sellerId: seller.id,
        details: { outcome: given.outcome },
      },
      trx,
    )
    await tellSeller(
      container,
      seller,
      {
        key: `complaint.answer:${given.complaintId}`,
        kind: "complaint.answered",
        letter: complaintAnsweredLetter(given.outcome, answer),
      },
      trx,
    )
  })
}
