import type { MedusaContainer } from "@medusajs/framework/types"
import { recordStockHour } from "../figures/availability"

export default async function recordStockHourJob(container: MedusaContainer): Promise<void> {
  await recordStockHour(container)
}

/** Six tries an hour, of which the first one counts: a restart or a slow start loses no hour. */
export const config = { name: "record-stock-hour", schedule: { interval: 600_000 } }
