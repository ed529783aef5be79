import type { MedusaContainer } from "@medusajs/framework/types"
import { drawRandomChecks } from "../random-checks/draw-week"

export default async function drawRandomChecksJob(container: MedusaContainer): Promise<void> {
  await drawRandomChecks(container)
}

/** Every day, so that a machine that slept on Monday draws on Tuesday. */
export const config = { name: "draw-random-checks", schedule: "23 4 * * *" }
