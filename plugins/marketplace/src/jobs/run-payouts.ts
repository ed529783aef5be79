import type { MedusaContainer } from "@medusajs/framework/types"
import { payOut } from "../payouts/pay-out"

export default async function runPayoutsJob(container: MedusaContainer): Promise<void> {
  await payOut(container)
}

/** A look every minute: a run a payday, and whatever a killed process or a silent provider left open. */
export const config = { name: "run-payouts", schedule: { interval: 60_000 } }
