import type { MedusaContainer } from "@medusajs/framework/types"
import { remindExpiring } from "../sellers/documents/remind-expiring"
import { closeDueSellers } from "../sellers/standing/closure"
import { erasePapers } from "../sellers/standing/erase-papers"

export default async function watchSellersJob(container: MedusaContainer): Promise<void> {
  await closeDueSellers(container)
  await remindExpiring(container)
  await erasePapers(container)
}

/** Days are counted here, so that ten minutes are soon enough. */
export const config = { name: "watch-sellers", schedule: { interval: 600_000 } }
