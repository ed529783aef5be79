import type { MedusaContainer } from "@medusajs/framework/types"
import { keyedQueue } from "@gondola/marketplace"
import { storeReturnError } from "../errors"
import { databaseOf } from "./database"

const TIMEOUT_MS = 30_000
const LOCK_NOT_AVAILABLE = "55P03"

// Waiters wait in memory: in the database each would keep a connection that the holder needs.
const queue = keyedQueue({ concurrency: 3, timeoutMs: TIMEOUT_MS })

/**
 * One movement of a shop's stock at a time, across requests and processes: what lies in quarantine must equal the bags
 * there whenever somebody looks, for that is how an interrupted movement is recognised. Taken inside an order's lock,
 * never the other way round.
 * @throws CONFLICT after 30 s
 */
export function withShopStockLock<T>(container: MedusaContainer, shopId: string, run: () => Promise<T>): Promise<T> {
  return queue.run(shopId, busy, () =>
    databaseOf(container).transaction(async (trx) => {
      await trx.raw(`set local lock_timeout = ${TIMEOUT_MS}`)
      await trx
        .raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`gondola:shop-stock:${shopId}`])
        .catch((error: { code?: string }) => {
          throw error.code === LOCK_NOT_AVAILABLE ? busy() : error
        })
      return run()
    }),
  )
}

const busy = () => storeReturnError("CONFLICT", "Stock of this shop is being moved; try again in a moment")
