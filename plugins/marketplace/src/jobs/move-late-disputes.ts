import type { MedusaContainer } from "@medusajs/framework/types"
import { moveLateDisputes } from "../disputes/move-dispute"

export default async function moveLateDisputesJob(container: MedusaContainer): Promise<void> {
  await moveLateDisputes(container)
}

export const config = { name: "move-late-disputes", schedule: "*/15 * * * *" }
