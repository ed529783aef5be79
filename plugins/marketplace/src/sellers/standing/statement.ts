import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

export type StatementDecision =
  "suspension" | "rejection" | "closure_notice" | "closure" | "offer_removed" | "offer_held" | "paper_refused"
export type Ground = "terms" | "law"

export interface StatementDraft {
  /** Business key: one deed, one statement. */
  readonly key: string
  readonly sellerId: string
  readonly subject: { readonly type: "seller" | "offer" | "document"; readonly id: string; readonly label: string }
  readonly decision: StatementDecision
  readonly reason: string
  readonly ground: Ground
  readonly noticeId: string | null
  readonly actor: string
  readonly at: Date
  readonly effectiveAt: Date
}

/** Statement of reasons (DSA art. 17): kept for as long as the seller's file is. */
export async function insertStatement(trx: Knex | Knex.Transaction, draft: StatementDraft): Promise<string> {
  const id = generateEntityId(undefined, "sor")
  await trx("marketplace_statement_of_reasons")
    .insert({
      id,
      key: draft.key,
      seller_id: draft.sellerId,
      subject_type: draft.subject.type,
      subject_id: draft.subject.id,
      subject_label: draft.subject.label,
      decision: draft.decision,
      reason: draft.reason,
      ground: draft.ground,
      notice_id: draft.noticeId,
      actor: draft.actor,
      at: draft.at,
      effective_at: draft.effectiveAt,
    })
    .onConflict("key")
    .ignore()
  return id
}
