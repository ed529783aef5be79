import type { MedusaContainer } from "@medusajs/framework/types"
import { deliverWebhooks } from "../webhooks/deliver-webhooks"

export default async function deliverWebhooksJob(container: MedusaContainer): Promise<void> {
  await deliverWebhooks(container)
}

export const config = { name: "deliver-webhooks", schedule: { interval: 5_000 } }
