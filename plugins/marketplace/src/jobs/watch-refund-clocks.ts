import type { MedusaContainer } from "@medusajs/framework/types"
import { watchRefundClocks } from "../refund-clock/watch"

export default async function watchRefundClocksJob(container: MedusaContainer): Promise<void> {
  await watchRefundClocks(container)
}

export const config = { name: "watch-refund-clocks", schedule: "*/10 * * * *" }
