import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { clockOf } from "@gondola/kit"
import { notifyAll, sellerReaders } from "../notifications/seller-readers"
import { paidLetter, returnedLetter } from "./letters"
import { emitSellerEvent } from "../webhooks/emit"
import type { PayoutState } from "./state"
import type { PayoutRow } from "./store/rows"

/** A letter when money arrived or came back; in the same transaction, so that it is told once and only if it happened. */
export async function tellSeller(
  container: MedusaContainer,
  trx: Knex.Transaction,
  { row, to, detail }: { row: PayoutRow; to: PayoutState; detail: string | null },
): Promise<void> {
  if (to !== "PAID" && to !== "RETURNED" && to !== "REFUSED") return
  const amount = { amount: Number(row.amount), currency: row.currency }
  const paid = to === "PAID"
  await emitSellerEvent(trx, {
    key: `payout:${row.id}:${to.toLowerCase()}`,
    sellerId: row.seller_id,
    type: paid ? "payout.paid" : "payout.failed",
    data: { payoutId: row.id, amount, ...(paid ? {} : { reason: row.problem ?? detail }) },
    at: clockOf(container).now(),
  })
  if (to === "REFUSED") return
  const seller = (await trx("marketplace_seller").where("id", row.seller_id).first("name")) as
    { name: string } | undefined
  if (!seller) return
  const facts = {
    sellerName: seller.name,
    payoutId: row.id,
    amount: Number(row.amount),
    currency: row.currency,
    last4: row.last4,
    reason: row.problem ?? detail,
  }
  await notifyAll(
    container,
    await sellerReaders(trx, row.seller_id, "finance"),
    {
      key: `payout:${row.id}:${to}`,
      kind: to === "PAID" ? "payout.sent" : "payout.returned",
      letter: to === "PAID" ? paidLetter(facts) : returnedLetter(facts),
      about: { type: "payout", id: row.id },
    },
    trx,
  )
}
