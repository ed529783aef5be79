import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  beginReceiveReturnWorkflow,
  beginReturnOrderWorkflow,
  confirmReturnReceiveWorkflow,
  confirmReturnRequestWorkflow,
  createOrderCreditLinesWorkflow,
  receiveItemReturnRequestWorkflow,
  refundPaymentWorkflow,
  requestItemReturnWorkflow,
} from "@medusajs/medusa/core-flows"
import { cents } from "@gondola/kit"
import { readSoldOrder, settleRefund } from "@gondola/marketplace"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import type { ShopRow } from "../modules/store-returns/service"
import { RETURN_MARK } from "../settlement/medusa-progress"
import { createMissingLevels } from "../settlement/quarantine"
import { refundNote } from "../settlement/refunds"
import { piecesOf, variantStock } from "../settlement/variant-stock"
import { moveShopStockWorkflow } from "../workflows/move-shop-stock"

interface Cut {
  readonly run: ReturnType<typeof workflowRunner>
  readonly container: MedusaContainer
  readonly id: string
  readonly orderId: string
  readonly lineId: string
  readonly shop: ShopRow
}

/** Medusa's steps of a settlement, one by one, as a process leaves them that dies after each: one mug, 10 % deducted. */
export const workflowRunner = (container: MedusaContainer) => ({
  begin: async (cut: Cut): Promise<string> => {
    const order = await readSoldOrder(container, cut.orderId)
    const line = order.lines.find((each) => each.lineId === cut.lineId)!
    const stock = await variantStock(container, [line.variantId])
    const pieces = piecesOf(stock, [{ variantId: line.variantId, quantity: 1 }])
    await createMissingLevels(container, cut.shop.quarantine_location_id, [...pieces.keys()])
    const { result } = await beginReturnOrderWorkflow(container).run({
      input: {
        order_id: cut.orderId,
        location_id: cut.shop.quarantine_location_id,
        metadata: { [RETURN_MARK]: cut.id },
      },
    })
    return result.return_id as string
  },
  request: (cut: Cut, returnId: string) =>
    requestItemReturnWorkflow(container).run({
      input: { return_id: returnId, items: [{ id: cut.lineId, quantity: 1 }] },
    }),
  confirm: (returnId: string) => confirmReturnRequestWorkflow(container).run({ input: { return_id: returnId } }),
  beginReceipt: (returnId: string) => beginReceiveReturnWorkflow(container).run({ input: { return_id: returnId } }),
  receive: (cut: Cut, returnId: string) =>
    receiveItemReturnRequestWorkflow(container).run({
      input: { return_id: returnId, items: [{ id: cut.lineId, quantity: 1 }] },
    }),
  confirmReceipt: (returnId: string) => confirmReturnReceiveWorkflow(container).run({ input: { return_id: returnId } }),
  keep: (cut: Cut) =>
    createOrderCreditLinesWorkflow(container).run({
      input: {
        id: cut.orderId,
        credit_lines: [{ amount: -1.2, reference: "store_return", reference_id: cut.id }],
      },
    }),
})

async function upToRequested(cut: Cut): Promise<string> {
  const id = await cut.run.begin(cut)
  await cut.run.request(cut, id)
  await cut.run.confirm(id)
  return id
}

async function upToReceiving(cut: Cut): Promise<string> {
  const id = await upToRequested(cut)
  await cut.run.beginReceipt(id)
  await cut.run.receive(cut, id)
  return id
}

async function upToReceived(cut: Cut): Promise<string> {
  const id = await upToReceiving(cut)
  await cut.run.confirmReceipt(id)
  return id
}

async function upToKept(cut: Cut): Promise<void> {
  await upToReceived(cut)
  await cut.run.keep(cut)
}

const paymentOf = async (cut: Cut): Promise<string> =>
  (await readSoldOrder(cut.container, cut.orderId)).capturedPaymentIds[0]!

async function refund(cut: Cut): Promise<void> {
  await refundPaymentWorkflow(cut.container).run({
    input: { payment_id: await paymentOf(cut), amount: 10.8, note: refundNote(cut.id) } as never,
  })
}

async function shiftQuarantine(cut: Cut, by: number): Promise<void> {
  const order = await readSoldOrder(cut.container, cut.orderId)
  const line = order.lines.find((each) => each.lineId === cut.lineId)!
  const stock = await variantStock(cut.container, [line.variantId])
  const [itemId] = [...piecesOf(stock, [{ variantId: line.variantId, quantity: 1 }]).keys()]
  await cut.container.resolve(Modules.INVENTORY).adjustInventory(itemId!, cut.shop.quarantine_location_id, by)
}

export const CUTS: Readonly<Record<string, (cut: Cut) => Promise<void>>> = {
  "before-anything": async () => undefined,
  "return-begun": async (cut) => void (await cut.run.begin(cut)),
  "items-requested": async (cut) => void (await cut.run.request(cut, await cut.run.begin(cut))),
  "request-confirmed": async (cut) => void (await upToRequested(cut)),
  "receipt-begun": async (cut) => void (await cut.run.beginReceipt(await upToRequested(cut))),
  "items-received": async (cut) => void (await upToReceiving(cut)),
  // Inside Medusa's last step: status and stock are written, the order's change is not.
  "receipt-half-confirmed": async (cut) => {
    const id = await upToReceiving(cut)
    await cut.container.resolve(Modules.ORDER).updateReturns([{ id, status: "received" }] as never)
    await shiftQuarantine(cut, 1)
  },
  "receipt-confirmed": async (cut) => void (await upToReceived(cut)),
  // The other half: the order knows, the stock does not.
  "receipt-without-stock": async (cut) => {
    await upToReceived(cut)
    await shiftQuarantine(cut, -1)
  },
  "deduction-kept": upToKept,
  "refund-without-transaction": async (cut) => {
    await upToKept(cut)
    const payment_id = await paymentOf(cut)
    await cut.container
      .resolve(Modules.PAYMENT)
      .refundPayment({ payment_id, amount: 10.8, note: refundNote(cut.id) } as never)
  },
  "refund-paid": async (cut) => {
    await upToKept(cut)
    await refund(cut)
  },
  "ledger-booked": async (cut) => {
    await upToKept(cut)
    await refund(cut)
    const { lines } = await readSoldOrder(cut.container, cut.orderId)
    const [row] = await storeReturnsOf(cut.container).listStoreReturns({ id: cut.id })
    await settleRefund(cut.container, {
      key: cut.id,
      orderId: cut.orderId,
      occurredAt: row!.accepted_at!,
      shares: [
        {
          sellerId: lines[0]!.sellerId,
          lineId: cut.lineId,
          quantity: 1,
          refund: cents(1080),
          label: "booked before the cut",
        },
      ],
    })
  },
}

/** One unit from quarantine to the cage, as disposing does it, without telling our rows. */
export async function moveByHand(container: MedusaContainer, shop: ShopRow, variantId: string): Promise<void> {
  const pieces = piecesOf(await variantStock(container, [variantId]), [{ variantId, quantity: 1 }])
  await createMissingLevels(container, shop.cage_location_id, [...pieces.keys()])
  await moveShopStockWorkflow(container).run({
    input: {
      from: shop.quarantine_location_id,
      to: shop.cage_location_id,
      pieces: [...pieces].map(([inventoryItemId, quantity]) => ({ inventoryItemId, quantity })),
    },
  })
}
