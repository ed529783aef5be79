import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { cents, type Cents, sum } from "@gondola/kit"
import type { SoldFee } from "../orders/sale-journal"
import { nextPart } from "../vat/vat-within"
import { readCharges, type StoredCharge } from "./charge-state"
import { reversalFor } from "./reversal"

export interface RefundCause {
  readonly orderId: string
  readonly key: string
  readonly occurredAt: Date
}

export interface RefundedShare {
  readonly sellerId: string
  /** Null: delivery. */
  readonly lineId: string | null
  readonly refund: Cents
}

/** Writes the lines that reverse the commission on a refunded share and answers what the seller gets back, if anything. */
export async function reverseCommission(
  trx: Knex.Transaction,
  share: RefundedShare,
  cause: RefundCause,
): Promise<SoldFee | null> {
  const steps =
    share.lineId === null ? await deliverySteps(trx, share, cause) : await goodsSteps(trx, share, share.lineId)
  const back: SoldFee[] = []
  for (const step of steps) back.push(await reverse(trx, step, { share, cause }))
  const [first] = back
  if (!first) return null
  return { net: sum(back.map((each) => each.net)), vat: sum(back.map((each) => each.vat)), taxCode: first.taxCode }
}

interface Step {
  readonly charge: StoredCharge
  readonly gross: Cents
  readonly shipping: Cents
}

async function goodsSteps(trx: Knex.Transaction, share: RefundedShare, lineId: string): Promise<Step[]> {
  const charges = await readCharges(trx, [lineId])
  return charges.map((charge) => ({ charge, gross: share.refund, shipping: cents(0) }))
}

/** Only charges whose base held a part of the delivery. */
async function deliverySteps(trx: Knex.Transaction, share: RefundedShare, cause: RefundCause): Promise<Step[]> {
  const group = (await trx("marketplace_seller_order as s")
    .where({ "s.order_id": cause.orderId, "s.seller_id": share.sellerId })
    .first(
      "s.delivery_total as delivery",
      trx.raw(
        `(select coalesce(sum(amount), 0)::int from marketplace_refund_share r
          where r.order_id = s.order_id and r.seller_id = s.seller_id and r.line_id is null) as refunded`,
      ),
    )) as { delivery: number; refunded: number } | undefined
  if (!group || group.delivery === 0) return []
  const lines = (await trx("marketplace_seller_order_line as l")
    .join("marketplace_seller_order as s", "s.id", "l.seller_order_id")
    .where({ "s.order_id": cause.orderId, "s.seller_id": share.sellerId })
    .orderBy("l.line_id")
    .select("l.line_id as id")) as { id: string }[]
  const charges = await readCharges(
    trx,
    lines.map((line) => line.id),
  )
  const upTo = cents(group.refunded + share.refund)
  return charges
    .filter((charge) => charge.shippingGross > 0)
    .map((charge) => {
      const part = nextPart(charge.shippingGross, cents(group.delivery), upTo, charge.reversedShipping)
      return { charge, gross: part, shipping: part }
    })
    .filter((step) => step.gross > 0)
}

async function reverse(
  trx: Knex.Transaction,
  { charge, gross, shipping }: Step,
  { share, cause }: { share: RefundedShare; cause: RefundCause },
): Promise<SoldFee> {
  const back = reversalFor(charge, gross)
  await trx("marketplace_commission_line").insert({
    id: generateEntityId(undefined, "comm"),
    order_id: cause.orderId,
    seller_id: share.sellerId,
    line_id: charge.lineId,
    rule_id: charge.ruleId,
    rule_name: charge.ruleName,
    rate_bps: charge.rateBps,
    fixed: charge.fixed,
    gross: -back.gross,
    shipping_gross: -shipping,
    base: -back.base,
    amount: -back.amount,
    vat: -back.vat,
    vat_rate_bps: charge.vatRateBps,
    vat_treatment: charge.vatTreatment,
    tax_code: charge.taxCode,
    reverses: charge.id,
    // Goods and delivery may come back in one refund: each reverses the charge by its own line.
    cause_key: shipping > 0 ? `${cause.key}:delivery` : cause.key,
    occurred_at: cause.occurredAt,
  })
  return { net: cents(back.amount - back.vat), vat: back.vat, taxCode: charge.taxCode ?? "" }
}
