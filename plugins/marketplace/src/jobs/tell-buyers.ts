import type { MedusaContainer } from "@medusajs/framework/types"
import { tellWhoBought } from "../takedowns/take-down"

export default async function tellBuyersJob(container: MedusaContainer): Promise<void> {
  await tellWhoBought(container)
}

/** What is told at once needs no job; it catches up with what a dead process left and with orders paid meanwhile. */
export const config = { name: "tell-buyers", schedule: "*/5 * * * *" }
