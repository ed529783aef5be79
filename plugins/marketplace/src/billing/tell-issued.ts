import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { grossOf, type IssuedDocument } from "@gondola/ledger"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"
import { emitSellerEvent } from "../webhooks/emit"

/** Writes an issued document into the trail and tells the seller's programs. */
export async function tellIssued(
  container: MedusaContainer,
  told: { readonly document: IssuedDocument; readonly actor: Act["actor"]; readonly trx: Knex.Transaction },
): Promise<void> {
  const { document, actor, trx } = told
  const { id, number, kind, party, currency, content, issuedAt: at } = document
  const key = `document:${id}`
  await recordAct(
    container,
    {
      actor,
      action: "document.issue",
      subject: { type: "document", id },
      sellerId: party,
      at,
      details: { number },
      key,
    },
    trx,
  )
  await emitSellerEvent(trx, {
    key,
    sellerId: party,
    type: "document.issued",
    data: { documentId: id, number, kind, month: content.period.to.slice(0, 7), currency, amount: grossOf(content) },
    at,
  })
}
