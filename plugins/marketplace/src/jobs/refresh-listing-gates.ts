import type { MedusaContainer } from "@medusajs/framework/types"
import { refreshGates } from "../gates/refresh-gates"

/** Changes made past us (Medusa's own dashboard) are noticed within the hour. */
export default async function refreshListingGatesJob(container: MedusaContainer): Promise<void> {
  await refreshGates(container)
}

export const config = { name: "refresh-listing-gates", schedule: "23 * * * *" }
