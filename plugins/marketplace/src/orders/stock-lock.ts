import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * Medusa's inventory module reads a level and writes back what it worked out: two at once lose one. Its workflows take this
 * lock, its module does not, so whoever calls the module takes it.
 */
export async function withStockLock(
  container: MedusaContainer,
  itemIds: readonly string[],
  run: () => Promise<unknown>,
): Promise<void> {
  const keys = [...new Set(itemIds)].sort()
  if (keys.length > 0) await container.resolve(Modules.LOCKING).execute(keys, run, { timeout: 30 })
}
