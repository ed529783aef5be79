import type { MedusaContainer } from "@medusajs/framework/types"
import { billSubscriptions } from "../fees/bill-subscriptions"

/** Hourly, so that a month's subscriptions are there on its first morning, also after the server was off. */
export default async function billSubscriptionsJob(container: MedusaContainer): Promise<void> {
  await billSubscriptions(container)
}

export const config = { name: "bill-subscriptions", schedule: "17 * * * *" }
