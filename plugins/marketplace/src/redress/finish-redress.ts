import type { MedusaContainer } from "@medusajs/framework/types"
import { cents, clockOf, cutPoint } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { type OrderEventKind, recordOrderEvent } from "../orders/order-events"
import { refreshState } from "../orders/parcels"
import { settleRefund } from "../orders/settle-refund"
import { bookLateInterest } from "../refund-clock/book-interest"
import { daysLate, refundDueAt } from "../refund-clock/clock"
import { recordAct } from "../trail/record-act"
import { payBack } from "./pay-back"
import { readRedressLines, type RedressKind, type RedressLineRow, redressMark, type RedressRow } from "./redress"
import { takeUnits } from "./take-units"
import { tellRedress } from "./tell-redress"

const EVENT: Readonly<Record<RedressKind, OrderEventKind>> = {
  REFUSAL: "REFUSED",
  CANCELLATION: "CANCELLED",
  EXPIRY: "EXPIRED",
  DISPUTE: "REFUNDED",
}

/**
 * Carries a redress to its end from wherever it was cut off: units and stock in Medusa, then the money, then the ledger,
 * then our own rows, the letters and the event. Call it under the order's lock.
 */
export async function finishRedress(container: MedusaContainer, id: string): Promise<void> {
  const knex = knexOf(container)
  const row = (await knex("marketplace_redress").where("id", id).first()) as RedressRow | undefined
  if (!row || row.settled_at) return
  const lines = await readRedressLines(knex, id)
  await takeUnits(container, row, lines)
  await refreshState(knex, row.seller_order_id)
  await cutPoint(container, "redress.units")
  if (row.amount > 0) {
    await payBack(container, {
      orderId: row.order_id,
      mark: redressMark(id),
      amount: cents(row.amount),
      pendingBefore: Number(row.pending_before),
    })
    await cutPoint(container, "redress.paid")
    await bookRedress(container, row, lines)
    await cutPoint(container, "redress.booked")
  }
  await knex.transaction(async (trx) => {
    const settled = await trx("marketplace_redress")
      .where({ id, settled_at: null })
      .update({ settled_at: clockOf(container).now() })
    if (settled === 0) return
    await refreshState(trx, row.seller_order_id)
    const details = {
      reason: row.reason,
      amount: row.amount,
      delivery: row.delivery,
      lines: lines.map((line) => ({ lineId: line.line_id, quantity: line.quantity, amount: line.amount })),
    }
    const by = { role: row.by_role, id: row.by_id }
    await recordOrderEvent(trx, {
      key: redressMark(id),
      orderId: row.order_id,
      sellerOrderId: row.seller_order_id,
      at: row.started_at,
      by,
      kind: EVENT[row.kind],
      details,
    })
    await recordAct(
      container,
      {
        key: redressMark(id),
        actor: { type: ACTOR[row.by_role], id: row.by_id },
        action: `order.${EVENT[row.kind].toLowerCase()}`,
        subject: { type: "seller_order", id: row.seller_order_id },
        orderId: row.order_id,
        sellerId: row.seller_id,
        at: row.started_at,
        details,
      },
      trx,
    )
    await tellRedress(container, { row, lines }, trx)
  })
  const late = daysLate(refundDueAt(row.started_at), clockOf(container).now()) > 0
  if (row.amount > 0 && late) await bookLateInterest(container, redressMark(id))
}

const ACTOR = { SELLER: "SELLER_MEMBER", SHOPPER: "CUSTOMER", OPERATOR: "OPERATOR", SYSTEM: "SYSTEM" } as const

async function bookRedress(
  container: MedusaContainer,
  row: RedressRow,
  lines: readonly RedressLineRow[],
): Promise<void> {
  const goods = lines
    .filter((line) => line.amount > 0)
    .map((line) => ({
      sellerId: row.seller_id,
      lineId: line.line_id,
      quantity: line.quantity,
      refund: cents(line.amount),
      label: line.quantity > 0 ? `${line.title} × ${line.quantity}` : line.title,
    }))
  const delivery = {
    sellerId: row.seller_id,
    lineId: null,
    quantity: 0,
    refund: cents(row.delivery),
    label: "Livraison",
  }
  await settleRefund(container, {
    key: redressMark(row.id),
    orderId: row.order_id,
    occurredAt: row.started_at,
    shares: row.delivery > 0 ? [...goods, delivery] : goods,
  })
}
