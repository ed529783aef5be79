import type { MedusaContainer } from "@medusajs/framework/types"
import { closeLastMonth } from "../billing/close-month"

export default async function closeMonthJob(container: MedusaContainer): Promise<void> {
  await closeLastMonth(container)
}

/** One statement a run while last month is closed. */
export const config = { name: "close-month", schedule: { interval: 10 * 60_000 } }
