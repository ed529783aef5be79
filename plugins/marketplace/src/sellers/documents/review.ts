import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf, conflict, notFound } from "@gondola/kit"
import { dayOf } from "../../figures/paris-time"
import { knexOf } from "../../modules/marketplace/resolve"
import { alignShelf } from "../../offers/align-shelf"
import type { Act } from "../../trail/act"
import { recordAct } from "../../trail/record-act"
import type { Words } from "../checklist/requirement"
import { documentRefusedLetter } from "../letters/application"
import { moveSeller } from "../move-seller"
import type { SellerRow } from "../seller-row"
import { tellSeller } from "../tell"
import { withSellerLock } from "../with-seller-lock"
import { checkedExpiry } from "./hand-in"

export interface DocumentReview {
  readonly documentId: string
  readonly actor: Act["actor"]
  readonly accept: boolean
  /** Told to the seller; needed for a refusal. */
  readonly reason?: string | null
  /** The operator may put right what the seller typed. */
  readonly expiresOn?: string | null
}

interface DocumentRow {
  id: string
  seller_id: string
  requirement_id: string
  state: string
  expires_on: string | null
  label: Words
  needs_expiry: boolean
}

/**
 * The operator's word on one paper. A refusal sends an application that was in review back to its applicant.
 * @throws NOT_FOUND | CONFLICT when it was looked at already | BAD_INPUT without a reason
 */
export async function reviewDocument(container: MedusaContainer, review: DocumentReview): Promise<string> {
  const knex = knexOf(container)
  const head = (await knex("marketplace_seller_document").where({ id: review.documentId }).first("seller_id")) as
    { seller_id: string } | undefined
  if (!head) throw notFound("This paper")
  const reason = review.reason?.trim() || null
  if (!review.accept && !reason) throw badInput("Give the reason: the seller is told", { field: "reason" })
  await withSellerLock(container, head.seller_id, async () => {
    await knex.transaction(async (trx) => {
      const now = clockOf(container).now()
      const row = (await trx("marketplace_seller_document as d")
        .join("marketplace_requirement as r", "r.id", "d.requirement_id")
        .where("d.id", review.documentId)
        .forUpdate("d")
        .first("d.*", "r.label", "r.needs_expiry")) as DocumentRow
      // An accepted paper may be refused later on; a refused one may not come back.
      if (row.state !== "handed_in" && !(row.state === "accepted" && !review.accept))
        throw conflict("This paper was looked at already; reload the page")
      const expiresOn = review.accept
        ? checkedExpiry(review.expiresOn ?? row.expires_on, { needed: row.needs_expiry, today: dayOf(now) })
        : row.expires_on
      const same = { seller_id: row.seller_id, requirement_id: row.requirement_id }
      const to = review.accept ? "accepted" : "rejected"
      await trx("marketplace_seller_document")
        .where({ ...same, state: to })
        .update({ state: "replaced" })
      await trx("marketplace_seller_document")
        .where({ id: row.id })
        .update({ state: to, reason, expires_on: expiresOn, reviewed_at: now, reviewed_by: review.actor.id })
      await recordAct(
        container,
        {
          actor: review.actor,
          action: review.accept ? "document.accept" : "document.refuse",
          subject: { type: "seller_document", id: row.id },
          sellerId: row.seller_id,
          details: { reason, expiresOn },
        },
        trx,
      )
      if (review.accept || !reason) return
      const seller = (await trx("marketplace_seller").where({ id: row.seller_id }).first()) as SellerRow
      if (seller.state === "in_review")
        await moveSeller(container, { sellerId: seller.id, moves: ["ask_again"], actor: review.actor, reason }, trx)
      await tellSeller(
        container,
        seller,
        {
          key: `document.refused:${row.id}`,
          kind: "document.refused",
          letter: documentRefusedLetter(row.label, reason),
        },
        trx,
      )
    })
    await alignShelf(container, head.seller_id)
  })
  return head.seller_id
}
