import type { MedusaContainer } from "@medusajs/framework/types"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import { keyedQueue } from "./keyed-queue"

const TIMEOUT_MS = 30_000
const LOCK_NOT_AVAILABLE = "55P03"

// A holder keeps one of the ten pooled connections, and Medusa nests locks of its own; the cap leaves room for both.
const queue = keyedQueue({ concurrency: 3, timeoutMs: TIMEOUT_MS })

/**
 * One mutation of an order at a time, across requests and processes. Medusa's fulfilment, return, refund and capture
 * workflows take no lock of their own, and two at once corrupt the order for good. The key is ours, never the bare order
 * id: some of Medusa's workflows lock that one themselves. Do not nest.
 * @throws ORDER_BUSY after 30 s
 */
export const withOrderLock = <T>(container: MedusaContainer, orderId: string, run: () => Promise<T>): Promise<T> =>
  withLock(container, `gondola:order:${orderId}`, run)

/**
 * As above, and one at a time of whatever takes these stock items: what a killed parcel took of them is told from their
 * level, so no two may be under way at once.
 */
export const withOrderAndStockLock = <T>(
  container: MedusaContainer,
  order: { readonly orderId: string; readonly itemIds: readonly string[] },
  run: () => Promise<T>,
): Promise<T> =>
  withLock(
    container,
    `gondola:order:${order.orderId}`,
    run,
    [...order.itemIds].sort().map((id) => `gondola:stock:${id}`),
  )

/** One completion of a cart at a time. */
export const withCartLock = <T>(container: MedusaContainer, cartId: string, run: () => Promise<T>): Promise<T> =>
  withLock(container, `gondola:cart:${cartId}`, run)

function withLock<T>(
  container: MedusaContainer,
  key: string,
  run: () => Promise<T>,
  also: readonly string[] = [],
): Promise<T> {
  return queue.run(key, busy, () =>
    knexOf(container).transaction(async (trx) => {
      await trx.raw(`set local lock_timeout = ${TIMEOUT_MS}`)
      for (const each of [key, ...also])
        await trx
          .raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [each])
          .catch((error: { code?: string }) => {
            throw error.code === LOCK_NOT_AVAILABLE ? busy() : error
          })
      return run()
    }),
  )
}

const busy = () => marketplaceError("ORDER_BUSY", "Somebody else is working on this order; try again in a moment")
