import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type DocumentContent, issueDocument, type IssuedDocument } from "@gondola/ledger"
import { dayOf } from "../figures/paris-time"
import type { PartHead } from "./read-part"

export interface Issue {
  readonly trx: Knex.Transaction
  readonly head: PartHead
  readonly now: Date
}

export interface SaleDraft {
  readonly key: string
  readonly currency: string
  readonly content: DocumentContent
  readonly issuerCode?: string
  readonly about: {
    readonly parcel_id: string | null
    readonly corrects: string | null
    readonly issuer_id: string | null
  }
  /** Signed as the document is. */
  readonly lines: readonly {
    readonly lineId: string | null
    readonly quantity: number
    readonly gross: number
    readonly vat: number
  }[]
}

/** Gives it its number and keeps which part of which line it has. */
export async function writeSaleDocument({ trx, head, now }: Issue, draft: SaleDraft): Promise<IssuedDocument> {
  const document = await issueDocument(
    trx,
    {
      businessKey: draft.key,
      kind: draft.about.corrects === null ? "sale_invoice" : "sale_credit_note",
      party: head.orderId,
      currency: draft.currency,
      issuedAt: now,
      issueDay: dayOf(now),
      content: draft.content,
      ...(draft.issuerCode ? { issuerCode: draft.issuerCode } : {}),
    },
    { as: "billed", entries: [] },
  )
  await trx("marketplace_sale_document").insert({
    document_id: document.id,
    order_id: head.orderId,
    seller_order_id: head.id,
    seller_id: head.sellerId,
    ...draft.about,
    issued_at: now,
  })
  await trx("marketplace_sale_document_line").insert(
    draft.lines.map((line, position) => ({
      document_id: document.id,
      position,
      line_id: line.lineId,
      quantity: line.quantity,
      gross: line.gross,
      vat: line.vat,
    })),
  )
  return document
}
