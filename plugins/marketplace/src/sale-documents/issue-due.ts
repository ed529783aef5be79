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
  const now = clockOf(container).now()
  for (const id of sellerOrderIds)
    try {
      const made = await trx.transaction((inner) => issueSaleDocuments(inner, id, now))
      issued.push(...made.issued)
      if (made.waits) await leaveForJob(trx, id, now)
    } catch (error) {
      await leaveForJob(trx, id, now)
      tell(container, id, error)
    }
  return issued
}

const tell = (container: Pick<MedusaContainer, "resolve">, id: string, error: unknown): void =>
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`the invoices of ${id} were not issued`, error instanceof Error ? error : new Error(String(error)))

/** In the transaction that could not issue them, so that no death in between forgets them. */
const leaveForJob = (trx: Knex.Transaction, sellerOrderId: string, at: Date): Promise<unknown> =>
  trx("marketplace_sale_document_due")
    .insert({ seller_order_id: sellerOrderId, since: at })
    .onConflict("seller_order_id")
    .ignore()

/** Issues what was left behind, what waited longest for a try first: by a version before this, a fault, a missing mandate. */
export async function issueDueSaleDocuments(container: MedusaContainer, most = 200): Promise<number> {
  const knex = knexOf(container)
  const due = (await knex("marketplace_sale_document_due")
    .orderByRaw("tried_at nulls first, since, seller_order_id")
    .limit(most)
    .pluck("seller_order_id")) as string[]
  let count = 0
  for (const id of due) {
    const now = clockOf(container).now()
    const row = { seller_order_id: id }
    try {
      count += await knex.transaction(async (trx) => {
        const { issued, waits } = await issueSaleDocuments(trx, id, now)
        const left = trx("marketplace_sale_document_due").where(row)
        await (waits ? left.update({ tried_at: now }) : left.delete())
        return issued.length
      })
    } catch (error) {
      await knex("marketplace_sale_document_due").where(row).update({ tried_at: now })
      tell(container, id, error)
    }
  }
  return count
}
