import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import type { IssuedDocument } from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"
import { issueSaleDocuments } from "./issue-sale-documents"

/**
 * In the transaction that ships or pays back. A document that cannot be made is told to the log and left to the job: it holds up
 * neither the parcel nor the refund, whose own rows stand.
 */
export async function issueWithin(
  container: Pick<MedusaContainer, "resolve">,
  trx: Knex.Transaction,
  sellerOrderIds: readonly string[],
): Promise<IssuedDocument[]> {
  const issued: IssuedDocument[] = []
  for (const id of sellerOrderIds)
    try {
      const now = clockOf(container).now()
      issued.push(...(await trx.transaction((inner) => issueSaleDocuments(inner, id, now))))
    } catch (error) {
      tell(container, id, error)
    }
  return issued
}

const tell = (container: Pick<MedusaContainer, "resolve">, id: string, error: unknown): void =>
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`the invoices of ${id} were not issued`, error instanceof Error ? error : new Error(String(error)))

/**
 * Parts of which a parcel has no invoice, or of which more was paid back for what was sent than was credited. Those of a seller
 * without a mandate wait for it.
 */
const PARTS_DUE = `
  select s.id from marketplace_seller_order s
  left join marketplace_seller seller on seller.id = s.seller_id
  where (s.seller_id is null or seller.terms_accepted_at is not null) and (
    exists (select 1 from marketplace_parcel p where p.seller_order_id = s.id and p.shipped_at is not null
      and not exists (select 1 from marketplace_sale_document d where d.parcel_id = p.id))
    or exists (select 1 from marketplace_sale_document d where d.seller_order_id = s.id) and
      (select coalesce(sum(r.amount), 0) from marketplace_refund_share r
         left join marketplace_redress gone on r.key = 'redress:' || gone.id and gone.kind <> 'DISPUTE'
         where r.order_id = s.order_id and r.seller_id is not distinct from s.seller_id and gone.id is null)
      > (select coalesce(-sum(l.gross), 0) from marketplace_sale_document d
         join marketplace_sale_document_line l on l.document_id = d.document_id
         where d.seller_order_id = s.id and d.corrects is not null))`

/** Issues what was left behind, oldest first: by a version before this, a fault, or a seller without a mandate. */
export async function issueDueSaleDocuments(container: MedusaContainer, most = 200): Promise<number> {
  const knex = knexOf(container)
  const { rows } = (await knex.raw(`${PARTS_DUE} order by s.placed_at, s.id limit ?`, [most])) as {
    rows: { id: string }[]
  }
  let count = 0
  for (const { id } of rows)
    try {
      const now = clockOf(container).now()
      count += (await knex.transaction((trx) => issueSaleDocuments(trx, id, now))).length
    } catch (error) {
      tell(container, id, error)
    }
  return count
}
