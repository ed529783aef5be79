import type { MedusaContainer } from "@medusajs/framework/types"
import { deliverMails } from "../notifications/deliver-mails"

export default async function deliverMailsJob(container: MedusaContainer): Promise<void> {
  await deliverMails(container)
}

/** One indexed statement while nothing waits. */
export const config = { name: "deliver-mails", schedule: { interval: 5_000 } }
