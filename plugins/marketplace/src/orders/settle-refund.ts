import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Cents, cents, GondolaError, notFound, sum } from "@gondola/kit"
import { LEDGER_MODULE, type LedgerErrorCode, type LedgerModuleService } from "@gondola/ledger"
import { reverseCommission } from "../commission/reverse-commission"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import { issueWithin } from "../sale-documents/issue-due"
import { reverseSaleVat } from "../vat/tax-lines"
import { commissionBackOf, refundJournal, refundKey, type RefundPart } from "./refund-journal"

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
 * commission lines move together or not at all, with the credit notes for what was billed: `shares` by trader, `parts` as they were asked for. The same key again answers the same and books nothing.
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
    const before = await alreadyBooked(trx, refund)
    const parts = before ?? (await book(trx, refund, order))
    if (!before) {
      await ledger.post([refundJournal({ ...refund, currency: order.currency, parts })], trx)
      await issueWithin(container, trx, await partsOf(trx, refund))
    }
    return {
      shares: bySeller(parts),
      parts: parts.map((part) => ({ ...part, commissionBack: commissionBackOf(part) })),
    }
  })
}

/** The traders' parts of it, in one order for all, so that no two refunds wait for each other's series of numbers. */
const partsOf = async (trx: Knex.Transaction, { orderId, shares }: RefundSettlement): Promise<string[]> =>
  (
    (await trx("marketplace_seller_order").where("order_id", orderId).orderByRaw("seller_id nulls first")) as {
      id: string
      seller_id: string | null
    }[]
  )
    .filter((part) => shares.some((share) => share.sellerId === part.seller_id))
    .map((part) => part.id)

/**
 * The parts as they were booked then; the book is not asked again, so that a refund of an earlier version is known too.
 * @throws LEDGER_KEY_REUSED when other figures are asked for now
 */
async function alreadyBooked(trx: Knex.Transaction, refund: RefundSettlement): Promise<RefundPart[] | null> {
  const rows = (await trx("marketplace_refund_share").where("key", refund.key).select()) as {
    seller_id: string | null
    line_id: string | null
    amount: number
    commission_back: number
    commission_vat_back: number
  }[]
  if (rows.length === 0) return null
  const parts = refund.shares.map((share) => {
    const row = rows.find((each) => each.seller_id === share.sellerId && each.line_id === share.lineId)
    if (row?.amount !== share.refund) throw reused(refund)
    const vat = cents(row.commission_vat_back)
    const commission = { net: cents(row.commission_back - vat), vat, taxCode: "" }
    return { ...share, commission, saleVat: null }
  })
  if (parts.length !== rows.length) throw reused(refund)
  return parts
}

const reused = (refund: RefundSettlement): GondolaError<LedgerErrorCode> =>
  new GondolaError(
    "LEDGER_KEY_REUSED",
    `Refund ${refund.key} is booked already with other figures; nothing was changed`,
  )

async function book(trx: Knex.Transaction, refund: RefundSettlement, order: { total: number }): Promise<RefundPart[]> {
  await assertWithinSale(trx, refund, order.total)
  const parts: RefundPart[] = []
  for (const share of refund.shares) {
    const cause = { orderId: refund.orderId, key: refundKey(refund.key), occurredAt: refund.occurredAt }
    const commission =
      share.sellerId === null ? null : await reverseCommission(trx, { ...share, sellerId: share.sellerId }, cause)
    const saleVat = await reverseSaleVat(trx, share, cause)
    const part = { ...share, commission, saleVat }
    await trx("marketplace_refund_share").insert({
      id: generateEntityId(undefined, "refshare"),
      key: refund.key,
      order_id: refund.orderId,
      seller_id: share.sellerId,
      line_id: share.lineId,
      quantity: share.quantity,
      amount: share.refund,
      commission_back: commissionBackOf(part),
      commission_vat_back: commission?.vat ?? 0,
      commission_tax_code: commission?.taxCode ?? null,
      sale_vat_back: saleVat?.vat ?? 0,
      sale_tax_code: saleVat?.taxCode ?? null,
      label: share.label,
      occurred_at: refund.occurredAt,
    })
    parts.push(part)
  }
  return parts
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

function bySeller(parts: readonly RefundPart[]): SettledShare[] {
  const sellers = [...new Set(parts.map((part) => part.sellerId))]
  return sellers.map((sellerId) => {
    const own = parts.filter((part) => part.sellerId === sellerId)
    const refund = sum(own.map((part) => part.refund))
    const commissionBack = sum(own.map(commissionBackOf))
    return { sellerId, refund, commissionBack, debit: cents(refund - commissionBack) }
  })
}
