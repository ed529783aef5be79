import type { MedusaContainer } from "@medusajs/framework/types"
import { databaseOf } from "./database"

/**
 * One movement of a shop's stock at a time: what lies in quarantine must equal the bags there whenever somebody looks,
 * for that is how an interrupted movement is recognised. Taken inside an order's lock, never the other way round.
 */
export function withShopStockLock<T>(container: MedusaContainer, shopId: string, run: () => Promise<T>): Promise<T> {
  return databaseOf(container).transaction(async (trx) => {
    await trx.raw("set local lock_timeout = 30000")
    await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`gondola:shop-stock:${shopId}`])
    return run()
  })
}
