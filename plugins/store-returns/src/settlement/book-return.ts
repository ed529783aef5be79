import { randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { allocate, type Cents, cents, clockOf, sum } from "@gondola/kit"
import {
  bookLateInterest,
  chargeHandling,
  emitSellerEvent,
  type RefundShareInput,
  settleRefund,
} from "@gondola/marketplace"
import { bagCode } from "../codes/codes"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { newId, type StoreReturnLineRow } from "../modules/store-returns/service"
import { returnClockKey } from "../refund-clock/refund-sources"
import type { FullReturn } from "../returns/read-return"
import { byOrderLine } from "./by-order-line"
import { medusaProgress } from "./medusa-progress"

/** The ledger first, by its own key; then our rows. Cut between the two, the second run books nothing again. */
export async function bookReturn(container: MedusaContainer, storeReturn: FullReturn): Promise<void> {
  const now = clockOf(container).now()
  const commission = await bookRefund(container, storeReturn)
  await chargeHandling(container, {
    returnId: storeReturn.id,
    number: storeReturn.number,
    orderId: storeReturn.order_id,
    settledAt: storeReturn.accepted_at ?? now,
    lines: storeReturn.lines.map((line) => ({ sellerId: line.seller_id, quantity: line.quantity })),
  })
  const { medusaReturnId } = await medusaProgress(container, storeReturn)
  await storeReturnsOf(container).recordSettlement(
    storeReturn.id,
    { state: "REFUNDED", settled_at: now, medusa_return_id: medusaReturnId },
    {
      lines: storeReturn.lines.map((line) => {
        const back = commission.get(line.id) ?? cents(0)
        return { id: line.id, commission_back: back, seller_debit: line.seller_id === null ? 0 : line.refund - back }
      }),
      bags: storeReturn.lines.map((line) => bagOf(storeReturn, line, now)),
    },
    {
      shopId: storeReturn.shop_id,
      at: now,
      actor: storeReturn.staff_id,
      role: "system",
      action: "refunded",
      subject: storeReturn.id,
      detail: { total: storeReturn.total, currency: storeReturn.currency },
    },
  )
  if (storeReturn.refund_due_at && now > storeReturn.refund_due_at)
    await bookLateInterest(container, returnClockKey(storeReturn.id))
}

/** @returns the commission that came back, by line of the return */
async function bookRefund(container: MedusaContainer, storeReturn: FullReturn): Promise<Map<string, Cents>> {
  if (storeReturn.total === 0) return new Map()
  const deliveries = storeReturn.deliveries as unknown as { sellerId: string | null; refund: number }[]
  const grouped = byOrderLine(storeReturn.lines)
  const goods = [...grouped].map(([lineId, lines]): RefundShareInput => ({
    sellerId: lines[0]?.seller_id ?? null,
    lineId,
    quantity: sum(lines.map((line) => line.quantity)),
    refund: cents(sum(lines.map((line) => line.refund))),
    label: `${storeReturn.number} · ${lines[0]?.title ?? ""}`,
  }))
  const settled = await settleRefund(container, {
    key: storeReturn.id,
    orderId: storeReturn.order_id,
    occurredAt: storeReturn.accepted_at ?? clockOf(container).now(),
    shares: [
      ...goods,
      ...deliveries.map((each) => ({
        sellerId: each.sellerId,
        lineId: null,
        quantity: 0,
        refund: cents(each.refund),
        label: `${storeReturn.number} · livraison`,
      })),
    ],
  })
  await tellTraders(container, storeReturn, settled.shares)
  return new Map(
    [...grouped].flatMap(([lineId, lines]) => {
      const back = settled.parts.find((part) => part.lineId === lineId)?.commissionBack ?? cents(0)
      const parts = allocate(
        back,
        lines.map((line) => line.refund),
      )
      return lines.map((line, index): [string, Cents] => [line.id, parts[index] ?? cents(0)])
    }),
  )
}

const bagOf = (storeReturn: FullReturn, line: StoreReturnLineRow, now: Date) => ({
  id: newId("bag"),
  bag_code: line.bag_code ?? bagCode(randomBytes(7)),
  shop_id: storeReturn.shop_id,
  return_id: storeReturn.id,
  return_number: storeReturn.number,
  return_line_id: line.id,
  order_id: storeReturn.order_id,
  order_line_id: line.order_line_id,
  variant_id: line.variant_id,
  seller_id: line.seller_id,
  owner_name: line.trader_name,
  title: line.title,
  quantity: line.quantity,
  grade: line.grade,
  place: "quarantine",
  since: now,
})

/** Each seller's programs hear of its own part; the same return again tells nothing new. */
async function tellTraders(
  container: MedusaContainer,
  { id, number, currency }: Pick<FullReturn, "id" | "number" | "currency">,
  shares: Awaited<ReturnType<typeof settleRefund>>["shares"],
): Promise<void> {
  const at = clockOf(container).now()
  for (const { sellerId, refund, commissionBack } of shares)
    if (sellerId)
      await emitSellerEvent(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), {
        key: `return:${id}:${sellerId}`,
        sellerId,
        type: "return.settled",
        data: { returnId: id, number, refund, commissionBack, currency },
        at,
      })
}
