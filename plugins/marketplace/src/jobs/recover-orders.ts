import type { MedusaContainer } from "@medusajs/framework/types"
import { recoverAll } from "../orders/recover-all"

export default async function recoverOrdersJob(container: MedusaContainer): Promise<void> {
  await recoverAll(container)
}

/** Often and cheap: one indexed statement while nothing died; the first run follows the start at once. */
export const config = { name: "recover-orders", schedule: { interval: 15_000 } }
