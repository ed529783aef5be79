import { randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { allocate, type Cents, cents, clockOf, notFound, sum } from "@gondola/kit"
import { readSoldOrder, settleRefund, type RefundShareInput } from "@gondola/marketplace"
import { bagCode } from "../codes/codes"
import { storeReturnError } from "../errors"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { newId, type StoreReturnLineRow, type StoreReturnRow } from "../modules/store-returns/service"
import { refundPerTender } from "../quote/tenders"
import { isSettled } from "../state/machine"
import { payBackWorkflow } from "../workflows/pay-back"
import { settleStoreReturnWorkflow } from "../workflows/settle-store-return"
import { byOrderLine } from "./by-order-line"
import { medusaProgress } from "./medusa-progress"
import { repairQuarantine } from "./quarantine"
import { readPayments, tendersBefore } from "./refunds"
import { withShopStockLock } from "./shop-stock-lock"
import { undoHalfReturn } from "./undo-half-return"
import { piecesOf, variantStock } from "./variant-stock"

type Accepted = StoreReturnRow & { lines: StoreReturnLineRow[] }

/**
 * Carries an accepted return to its end exactly once, from wherever an earlier run was cut off: goods and money in
 * Medusa, then the ledger, then our own rows. Call it under the order's lock.
 * @throws SETTLEMENT_UNFINISHED when Medusa or the payment refused; nothing is lost, the job tries again
 */
export async function finishReturn(container: MedusaContainer, returnId: string): Promise<void> {
  const storeReturn = await readReturn(container, returnId)
  if (isSettled(storeReturn.state)) return
  if (storeReturn.state !== "ACCEPTED") throw storeReturnError("WRONG_STATE", "This return was not accepted")
  try {
    await moveGoodsAndMoney(container, storeReturn)
  } catch (cause) {
    throw unfinished(cause)
  }
  await book(container, storeReturn)
}

async function readReturn(container: MedusaContainer, returnId: string): Promise<Accepted> {
  const [row] = await storeReturnsOf(container).listStoreReturns({ id: returnId }, { relations: ["lines"] })
  if (!row) throw notFound("This return")
  return { ...row, lines: [...row.lines].sort((a, b) => a.position - b.position) } as Accepted
}

async function moveGoodsAndMoney(container: MedusaContainer, storeReturn: Accepted): Promise<void> {
  const shop = await storeReturnsOf(container).retrieveShop(storeReturn.shop_id)
  await withShopStockLock(container, shop.id, async () => {
    const order = await readSoldOrder(container, storeReturn.order_id)
    const payments = await readPayments(container, order.capturedPaymentIds)
    const money = {
      storeReturnId: storeReturn.id,
      orderId: storeReturn.order_id,
      goodsRefund: cents(storeReturn.goods - storeReturn.deduction),
      refunds: refundPerTender(cents(storeReturn.total), tendersBefore(payments, storeReturn.id)),
    }
    const variantIds = storeReturn.lines.map((line) => line.variant_id)
    const progress = await medusaProgress(container, storeReturn)
    if (progress.phase === "received") {
      await repairQuarantine(container, shop, variantIds)
      const { result } = await payBackWorkflow(container).run({ input: money })
      if (!result.complete) throw new Error("a payment did not take its part of the refund")
      return
    }
    if (progress.phase !== "nothing") {
      await undoHalfReturn(container, progress)
      await repairQuarantine(container, shop, variantIds)
    }
    const stock = await variantStock(container, variantIds)
    const lines = storeReturn.lines.map((line) => ({ variantId: line.variant_id, quantity: line.quantity }))
    const { result } = await settleStoreReturnWorkflow(container).run({
      input: {
        goods: {
          storeReturnId: storeReturn.id,
          orderId: storeReturn.order_id,
          quarantineLocationId: shop.quarantine_location_id,
          inventoryItemIds: [...piecesOf(stock, lines).keys()],
          items: itemsOf(storeReturn.lines),
        },
        money,
      },
    })
    if (!result.complete) throw new Error("a payment did not take its part of the refund")
  })
}

/** Medusa wants each order line once. */
const itemsOf = (lines: readonly StoreReturnLineRow[]) =>
  [...byOrderLine(lines)].map(([id, own]) => ({ id, quantity: sum(own.map((line) => line.quantity)) }))

/** The ledger first, by its own key; then our rows. Cut between the two, the second run books nothing again. */
async function book(container: MedusaContainer, storeReturn: Accepted): Promise<void> {
  const now = clockOf(container).now()
  const commission = await bookRefund(container, storeReturn)
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
}

/** @returns the commission that came back, by line of the return */
async function bookRefund(container: MedusaContainer, storeReturn: Accepted): Promise<Map<string, Cents>> {
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

const bagOf = (storeReturn: Accepted, line: StoreReturnLineRow, now: Date) => ({
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

const unfinished = (cause: unknown) =>
  Object.assign(
    storeReturnError(
      "SETTLEMENT_UNFINISHED",
      "The return is recorded but the refund is not through yet; it is tried again every minute",
    ),
    { cause },
  )
