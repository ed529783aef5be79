import type { MedusaContainer } from "@medusajs/framework/types"
import { finishInterruptedReturns } from "../settlement/finish-interrupted"

const STILL_AT_WORK_MS = 30_000

/** Finishes what a process that died left between the refund and the books. */
export default async function finishReturns(container: MedusaContainer): Promise<void> {
  await finishInterruptedReturns(container, STILL_AT_WORK_MS)
}

export const config = { name: "finish-store-returns", schedule: "* * * * *" }
