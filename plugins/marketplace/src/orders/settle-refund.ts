import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Cents, cents, notFound, sum } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerModuleService } from "@gondola/ledger"
import { readCharge } from "../commission/charge-state"
import { reversalFor } from "../commission/reversal"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import { refundJournal, refundKey } from "./refund-journal"

export interface RefundShareInput {
  /** Null: the retailer. */
  readonly sellerId: string | null
  /** Null: delivery. */
  readonly lineId: string | null
  readonly quantity: number
  readonly refund: Cents
  readonly label: string
}

export interface RefundSettlement {
  /** One a refunding document, for ever. */
  readonly key: string
  readonly orderId: string
  readonly occurredAt: Date
  readonly shares: readonly RefundShareInput[]
}

export interface SettledPart {
  readonly sellerId: string | null
  readonly lineId: string | null
  readonly commissionBack: Cents
}

export interface SettledShare {
  readonly sellerId: string | null
  readonly refund: Cents
  readonly commissionBack: Cents
  /** What the trader bears: the refund less the commission given back. */
  readonly debit: Cents
}

/**
 * Books a refund that was paid: each trader bears its part, commission is given back on the refunded base, and ledger and
 * commission lines move together or not at all: `shares` by trader, `parts` as they were asked for. The same key again answers the same and books nothing.
 * @throws NOT_FOUND | REFUND_ABOVE_SALE | LEDGER_KEY_REUSED when the key comes back with other figures
 */
export async function settleRefund(
  container: MedusaContainer,
  refund: RefundSettlement,
): Promise<{ shares: SettledShare[]; parts: SettledPart[] }> {
  const ledger: LedgerModuleService = container.resolve(LEDGER_MODULE)
  return knexOf(container).transaction(async (trx) => {
    const order = (await trx("marketplace_placed_order").where("order_id", refund.orderId).forUpdate().first()) as
      { currency: string; total: number } | undefined
    if (!order) throw notFound("This order")
    const parts = (await alreadyBooked(trx, refund)) ?? (await book(trx, refund, order))
    await ledger.post([refundJournal({ ...refund, currency: order.currency, parts })], trx)
    return { shares: bySeller(parts), parts }
  })
}

type Part = RefundShareInput & { readonly commissionBack: Cents }

/** The commission given back then, beside the figures asked for now: the ledger refuses them if they differ. */
async function alreadyBooked(trx: Knex.Transaction, refund: RefundSettlement): Promise<Part[] | null> {
  const rows = (await trx("marketplace_refund_share").where("key", refund.key).select()) as {
    seller_id: string | null
    line_id: string | null
    commission_back: number
  }[]
  if (rows.length === 0) return null
  return refund.shares.map((share) => {
    const row = rows.find((each) => each.seller_id === share.sellerId && each.line_id === share.lineId)
    return { ...share, commissionBack: cents(row?.commission_back ?? 0) }
  })
}

async function book(trx: Knex.Transaction, refund: RefundSettlement, order: { total: number }): Promise<Part[]> {
  await assertWithinSale(trx, refund, order.total)
  const parts: Part[] = []
  for (const share of refund.shares) {
    const commissionBack = await reverseCommission(trx, refund, share)
    await trx("marketplace_refund_share").insert({
      id: generateEntityId(undefined, "refshare"),
      key: refund.key,
      order_id: refund.orderId,
      seller_id: share.sellerId,
      line_id: share.lineId,
      quantity: share.quantity,
      amount: share.refund,
      commission_back: commissionBack,
      label: share.label,
      occurred_at: refund.occurredAt,
    })
    parts.push({ ...share, commissionBack })
  }
  return parts
}

async function reverseCommission(
  trx: Knex.Transaction,
  refund: RefundSettlement,
  share: RefundShareInput,
): Promise<Cents> {
  if (share.lineId === null || share.sellerId === null) return cents(0)
  const charge = await readCharge(trx, share.lineId)
  if (!charge) return cents(0)
  const back = reversalFor(charge, share.refund)
  await trx("marketplace_commission_line").insert({
    id: generateEntityId(undefined, "comm"),
    order_id: refund.orderId,
    seller_id: share.sellerId,
    line_id: share.lineId,
    rule_id: charge.ruleId,
    rule_name: charge.ruleName,
    rate_bps: charge.rateBps,
    fixed: charge.fixed,
    base: -share.refund,
    amount: -back,
    reverses: charge.id,
    cause_key: refundKey(refund.key),
    occurred_at: refund.occurredAt,
  })
  return back
}

/** Medusa allows refunds above what is owed and returns of the same unit twice; our own cents do not. */
async function assertWithinSale(trx: Knex.Transaction, refund: RefundSettlement, captured: number): Promise<void> {
  const asked = sum(refund.shares.map((share) => share.refund))
  if (refund.shares.some((share) => share.refund < 0) || asked <= 0)
    throw marketplaceError("BAD_INPUT", "A refund is a positive amount")
  const [before] = (await trx("marketplace_refund_share").where("order_id", refund.orderId).sum("amount as total")) as {
    total: string | null
  }[]
  if (Number(before?.total ?? 0) + asked > captured)
    throw marketplaceError("REFUND_ABOVE_SALE", "More would be paid back than the order brought in")
  const limits = await limitsOf(trx, refund.orderId)
  for (const share of refund.shares) {
    const limit = limits.find((each) => each.seller_id === share.sellerId && each.line_id === share.lineId)
    if (!limit) throw notFound(`The line «${share.label}» of this trader`)
    if (limit.refunded + share.refund > limit.total)
      throw marketplaceError("REFUND_ABOVE_SALE", `More would be paid back for «${share.label}» than was paid`)
    limit.refunded += share.refund
  }
}

/** What each line and each delivery brought in and what was paid back of it. */
async function limitsOf(trx: Knex.Transaction, orderId: string) {
  const { rows } = (await trx.raw(
    `select s.seller_id, l.line_id, l.total,
       (select coalesce(sum(amount), 0)::int from marketplace_refund_share where line_id = l.line_id) as refunded
     from marketplace_seller_order s join marketplace_seller_order_line l on l.seller_order_id = s.id
     where s.order_id = :order
     union all
     select s.seller_id, null, s.delivery_total,
       (select coalesce(sum(amount), 0)::int from marketplace_refund_share r where r.order_id = s.order_id
         and r.line_id is null and r.seller_id is not distinct from s.seller_id)
     from marketplace_seller_order s where s.order_id = :order`,
    { order: orderId },
  )) as { rows: { seller_id: string | null; line_id: string | null; total: number; refunded: number }[] }
  return rows
}

function bySeller(parts: readonly Part[]): SettledShare[] {
  const sellers = [...new Set(parts.map((part) => part.sellerId))]
  return sellers.map((sellerId) => {
    const own = parts.filter((part) => part.sellerId === sellerId)
    const refund = sum(own.map((part) => part.refund))
    const commissionBack = sum(own.map((part) => part.commissionBack))
    return { sellerId, refund, commissionBack, debit: cents(refund - commissionBack) }
  })
}
