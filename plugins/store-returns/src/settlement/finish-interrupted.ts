import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import { withOrderLock } from "@gondola/marketplace"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { disposeBag } from "../disposition/dispose-bag"
import { finishReturn } from "./finish-return"

/**
 * @param minAgeMs leaves alone what may still be at work
 * @returns how many returns and bags were carried to their end
 */
export async function finishInterruptedReturns(container: MedusaContainer, minAgeMs = 0): Promise<number> {
  const service = storeReturnsOf(container)
  const before = minAgeMs > 0 ? { $lt: new Date(clockOf(container).now().getTime() - minAgeMs) } : { $ne: null }
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let finished = 0
  const attempt = async (what: string, run: () => Promise<void>) => {
    try {
      await run()
      finished += 1
    } catch (error) {
      logger.error(`${what} is not finished: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  for (const each of await service.listStoreReturns(
    { state: "ACCEPTED", accepted_at: before },
    { take: 100, order: { accepted_at: "ASC" } },
  ))
    await attempt(`Return ${each.number}`, () =>
      withOrderLock(container, each.order_id, () => finishReturn(container, each.id)),
    )
  const decided = await service.listStoreReturnLines(
    { disposition: { $ne: null }, disposed_at: null, updated_at: before },
    { take: 100, order: { id: "ASC" } },
  )
  for (const line of decided)
    await attempt(`Bag ${line.bag_code ?? line.id}`, () =>
      disposeBag(container, line.id, { id: "system", role: "system" }),
    )
  return finished
}
