import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { cents, notFound, sum } from "@gondola/kit"
import { readSoldOrder } from "@gondola/marketplace"
import { storeReturnError } from "../errors"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import type { StoreReturnLineRow } from "../modules/store-returns/service"
import { refundPerTender } from "../quote/tenders"
import { type FullReturn, inOrder } from "../returns/read-return"
import { isSettled } from "../state/machine"
import { payBackWorkflow } from "../workflows/pay-back"
import { settleStoreReturnWorkflow } from "../workflows/settle-store-return"
import { bookReturn } from "./book-return"
import { byOrderLine } from "./by-order-line"
import { medusaProgress } from "./medusa-progress"
import { repairQuarantine } from "./quarantine"
import { readPayments, tendersBefore } from "./refunds"
import { withShopStockLock } from "./shop-stock-lock"
import { undoHalfReturn } from "./undo-half-return"
import { piecesOf, variantStock } from "./variant-stock"

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
    const why = cause instanceof Error ? cause.stack : JSON.stringify(cause)
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`Return ${storeReturn.number} is not finished: ${why}`)
    throw unfinished(cause)
  }
  await bookReturn(container, storeReturn)
}

async function readReturn(container: MedusaContainer, returnId: string): Promise<FullReturn> {
  const [row] = await storeReturnsOf(container).listStoreReturns({ id: returnId }, { relations: ["lines"] })
  if (!row) throw notFound("This return")
  return inOrder(row)
}

async function moveGoodsAndMoney(container: MedusaContainer, storeReturn: FullReturn): Promise<void> {
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

const unfinished = (cause: unknown) =>
  Object.assign(
    storeReturnError(
      "SETTLEMENT_UNFINISHED",
      "The return is recorded but the refund is not through yet; it is tried again every minute",
    ),
    { cause },
  )
