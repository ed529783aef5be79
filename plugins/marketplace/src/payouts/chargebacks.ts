import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Cents, cents } from "@gondola/kit"
import { type Journal, LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"
import { notifyAll, sellerReaders } from "../notifications/seller-readers"
import { withOrderLock } from "../orders/order-lock"
import { recordAct } from "../trail/record-act"
import {
  type Chargeback,
  chargebackFeeJournal,
  chargebackFeeKey,
  chargebackJournal,
  chargebackKey,
  chargebackShares,
  type TraderPart,
  wonJournal,
  wonKey,
} from "./chargeback-journal"
import { chargebackLetter } from "./chargeback-letters"
import { readTerms } from "./store/terms-store"

/** What the provider tells of a payment that the shopper's bank took back. */
export interface ProviderDispute {
  readonly id: string
  /** The provider's name of the payment. */
  readonly payment: string | null
  /** Minor units. */
  readonly amount: number
  readonly currency: string
  /** What the provider asks for it in all, so far. */
  readonly fee: number
  /** ASKED: the bank only asks; no money moved. */
  readonly outcome: "ASKED" | "OPEN" | "WON" | "LOST"
}

type Shares = ReturnType<typeof chargebackShares>

/**
 * Books what the message says, once, whatever came before it: a win that overtakes its opening books both. Under the
 * order's lock, so that no refund changes what each trader still has of the payment meanwhile.
 * @returns what became of the message
 */
export async function bookChargeback(container: MedusaContainer, dispute: ProviderDispute, at: Date): Promise<string> {
  if (dispute.outcome === "ASKED") return "no money moved"
  const order = await orderOf(knexOf(container), dispute.payment)
  if (!order) return "not ours"
  const of: Chargeback = {
    ...order,
    disputeId: dispute.id,
    amount: cents(dispute.amount),
    currency: dispute.currency,
    at,
  }
  return withOrderLock(container, order.orderId, () =>
    knexOf(container).transaction(async (trx) => {
      const done: string[] = []
      const known = await booked(trx, of)
      const shares = known ?? (await sharesOf(trx, of))
      if (!known) {
        await post(container, trx, chargebackJournal(of, shares))
        await tell(container, trx, { of, shares, won: false })
        done.push("booked")
      }
      const paidFee = await feeSoFar(trx, dispute.id)
      if (dispute.fee !== paidFee && !(await exists(trx, chargebackFeeKey(dispute.id, dispute.fee))))
        await post(container, trx, chargebackFeeJournal(of, cents(dispute.fee), dispute.fee - paidFee))
      if (dispute.outcome === "WON" && !(await exists(trx, wonKey(dispute.id)))) {
        await post(container, trx, wonJournal(of, shares))
        await tell(container, trx, { of, shares, won: true })
        done.push("won")
      }
      return done.join(", ") || "known"
    }),
  )
}

const post = (container: MedusaContainer, trx: Knex.Transaction, journal: Journal): Promise<unknown> =>
  container.resolve<LedgerModuleService>(LEDGER_MODULE).post([journal], trx)

async function orderOf(knex: Knex, payment: string | null): Promise<{ orderId: string; orderNumber: number } | null> {
  if (!payment) return null
  const row = (await knex("payment as p")
    .join("order_payment_collection as l", "l.payment_collection_id", "p.payment_collection_id")
    .leftJoin("marketplace_placed_order as o", "o.order_id", "l.order_id")
    .whereRaw("p.data ->> 'id' = ?", [payment])
    .whereNull("l.deleted_at")
    .first("l.order_id", "o.number")) as { order_id: string; number: number | null } | undefined
  if (!row) return null
  if (row.number === null) throw new Error(`its order ${row.order_id} is not in the books yet`)
  return { orderId: row.order_id, orderNumber: row.number }
}

const exists = async (trx: Knex.Transaction, businessKey: string): Promise<boolean> =>
  (await trx("ledger_journal").where("business_key", businessKey).first("id")) !== undefined

/** Who bore it, as it was booked then; null when it was not. */
async function booked(trx: Knex.Transaction, { disputeId }: Chargeback): Promise<Shares | null> {
  const rows = (await trx("ledger_entry as e")
    .join("ledger_journal as j", "j.id", "e.journal_id")
    .where("j.business_key", chargebackKey(disputeId))
    .whereNot("e.account", "provider_clearing")
    .orderBy("e.id")
    .select("e.party", "e.amount")) as { party: string | null; amount: string }[]
  return rows.length === 0
    ? null
    : rows.map((row) => ({ sellerId: row.party, amount: cents(Number(row.amount) / 10_000) }))
}

async function feeSoFar(trx: Knex.Transaction, disputeId: string): Promise<number> {
  const [row] = (await trx("ledger_entry as e")
    .join("ledger_journal as j", "j.id", "e.journal_id")
    .where({ "j.document_type": "chargeback", "j.document_id": disputeId, "e.account": "provider_fees" })
    .sum("e.amount as total")) as { total: string | null }[]
  return Number(row?.total ?? 0) / 10_000
}

/** What each trader still has of the payment. */
async function sharesOf(trx: Knex.Transaction, of: Chargeback): Promise<Shares> {
  const { rows } = (await trx.raw(
    `select s.seller_id as "sellerId", s.amount - coalesce((select sum(r.amount) from marketplace_refund_share r
       where r.order_id = s.order_id and r.seller_id is not distinct from s.seller_id), 0)::int as amount
     from marketplace_payment_share s where s.order_id = ? order by s.seller_id nulls first`,
    [of.orderId],
  )) as { rows: { sellerId: string | null; amount: number }[] }
  const parts = rows.map((row): TraderPart => ({ ...row, amount: row.amount as Cents }))
  return chargebackShares(of.amount, parts, (await readTerms(trx)).chargebackBearer)
}

async function tell(
  container: MedusaContainer,
  trx: Knex.Transaction,
  { of, shares, won }: { of: Chargeback; shares: Shares; won: boolean },
): Promise<void> {
  const key = won ? wonKey(of.disputeId) : chargebackKey(of.disputeId)
  await recordAct(
    container,
    {
      key,
      actor: { type: "SYSTEM", id: "payment-provider" },
      action: won ? "chargeback.won" : "chargeback.open",
      subject: { type: "chargeback", id: of.disputeId },
      orderId: of.orderId,
      at: of.at,
      details: { amount: of.amount, currency: of.currency, shares },
    },
    trx,
  )
  for (const { sellerId, amount } of shares)
    if (sellerId !== null)
      await notifyAll(
        container,
        await sellerReaders(trx, sellerId, "finance"),
        {
          key: `${key}:${sellerId}`,
          kind: won ? "chargeback.won" : "chargeback.open",
          letter: chargebackLetter({ number: of.orderNumber, amount, currency: of.currency, won }),
          about: { type: "order", id: of.orderId },
        },
        trx,
      )
}
