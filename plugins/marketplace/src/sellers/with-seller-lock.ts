import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** One change at a time of a seller's state, deliveries and offers, over all processes. */
export const withSellerLock = <T>(container: MedusaContainer, sellerId: string, work: () => Promise<T>): Promise<T> =>
  container.resolve(Modules.LOCKING).execute([`gondola:seller:${sellerId}`], work, { timeout: 30 })
