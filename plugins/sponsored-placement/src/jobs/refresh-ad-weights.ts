import type { MedusaContainer } from "@medusajs/framework/types"
import { refreshWeights } from "../quality/refresh-weights"

export default async function refreshAdWeights(container: MedusaContainer): Promise<void> {
  await refreshWeights(container)
}

export const config = { name: "refresh-ad-weights", schedule: "*/10 * * * *" }
