import { AsyncLocalStorage } from "node:async_hooks"
import { asValue } from "@medusajs/framework/awilix"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CLOCK, CUT } from "@gondola/kit"
import {
  closeLastMonth,
  openManualRun,
  payOut,
  placeOrder,
  receiveProviderEvent,
  refuseLines,
  sellerOrderHead,
  shipParcel,
} from "@gondola/marketplace"
import type { Errand, Order, Word, Work } from "./errand"

/** Where Medusa's own steps may be cut: after each of these returned. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  [Modules.CART]: ["updateCarts"],
  [Modules.ORDER]: [
    "createOrders",
    "addOrderTransactions",
    "createOrderChange",
    "confirmOrderChange",
    "registerFulfillment",
    "registerShipment",
  ],
  [Modules.PAYMENT]: ["createPaymentSession", "authorizePaymentSession", "capturePayment", "refundPayment"],
  [Modules.INVENTORY]: ["createReservationItems", "adjustInventory", "updateReservationItems"],
  [Modules.FULFILLMENT]: ["createFulfillment", "updateFulfillment"],
}

interface Cut {
  readonly name: string
  left: number
  reached: () => void
}

const cuts = new AsyncLocalStorage<Cut>()

/** Stays here for ever when the running errand is to die here. */
function cutHere(point: string): Promise<void> {
  const cut = cuts.getStore()
  if (cut?.name !== point || --cut.left !== 0) return Promise.resolve()
  cut.reached()
  return new Promise(() => undefined)
}

/**
 * Goes about its errands side by side until each has come to its cut point; then the kernel kills it, with whatever
 * transactions and locks it holds. No handler, no finally and no rollback of ours ever runs.
 */
export default async function victim({ container }: ExecArgs): Promise<void> {
  container.register({ [CUT]: asValue(cutHere) })
  openMedusa(container)
  // Nobody is there any more to say what to do.
  process.once("disconnect", () => process.exit())
  tell({ is: "ready" })
  const order = await new Promise<Order>((resolve) => process.once("message", (message) => resolve(message as Order)))
  if (order.now !== null) container.register({ [CLOCK]: asValue({ now: () => new Date(order.now!) }) })
  await Promise.all(order.errands.map((errand) => untilCut(container, errand)))
  process.kill(process.pid, "SIGKILL")
}

function untilCut(container: MedusaContainer, { work, at }: Errand): Promise<void> {
  const [name = at, times = "1"] = at.split("#")
  return new Promise((reached) => {
    const missed = (error: string | null) => tell({ is: "missed", at, error })
    // On a busy machine Medusa's locks run out of patience; whoever asked would ask again.
    const attempt = (left: number): Promise<void> =>
      carryOut(container, work).then(
        () => missed(null),
        (error: unknown) =>
          left > 0
            ? attempt(left - 1)
            : missed((error as { message?: string } | null)?.message ?? JSON.stringify(error)),
      )
    void cuts.run({ name, left: Number(times), reached }, () => attempt(2))
  })
}

async function carryOut(container: MedusaContainer, work: Work): Promise<unknown> {
  switch (work.do) {
    case "place":
      return placeOrder(container, work.cartId)
    case "ship": {
      const head = await sellerOrderHead(container, work.sellerId, { orderId: work.orderId })
      return shipParcel(container, head, { carrier: "Colissimo", trackingNumber: "6A1", lines: null })
    }
    case "refuse": {
      const head = await sellerOrderHead(container, work.sellerId, { orderId: work.orderId })
      const refusal = { key: work.key, lines: null, reason: "OUT_OF_STOCK" as const, note: "" }
      return refuseLines(container, head, { role: "SELLER", id: "mem_1" }, refusal)
    }
    case "pay":
      await openManualRun(container, { key: work.key, sellerId: work.sellerId, by: "user_1" })
      if (work.event)
        await receiveProviderEvent(container, { ...work.event, createdAt: new Date(work.event.createdAt) })
      return payOut(container)
    case "bill":
      return closeLastMonth(container)
  }
}

function openMedusa(container: MedusaContainer): void {
  for (const [module, methods] of Object.entries(AFTER)) openTo(container.resolve(module), module, methods)
  openTo(container.resolve(ContainerRegistrationKeys.LINK), "link", ["create"])
}

function openTo(service: object, module: string, methods: readonly string[]): void {
  const open = service as Record<string, (...args: unknown[]) => Promise<unknown>>
  for (const method of methods) {
    const original = open[method]!.bind(service)
    open[method] = async (...args) => {
      const answer = await original(...args)
      await cutHere(`${module}.${method}`)
      return answer
    }
  }
}

const tell = (word: Word): void => void process.send?.(word)
