import type { MedusaContainer } from "@medusajs/framework/types"
import { settlePrivacyRequests } from "../privacy/settle-requests"

export default async function settlePrivacyRequestsJob(container: MedusaContainer): Promise<void> {
  await settlePrivacyRequests(container)
}

export const config = { name: "settle-privacy-requests", schedule: { interval: 600_000 } }
