import type { MedusaContainer } from "@medusajs/framework/types"
import { finishInterruptedReturns } from "../settlement/finish-interrupted"

/** Finishes what a process that died left between the refund and the books. */
export default async function finishReturns(container: MedusaContainer): Promise<void> {
  await finishInterruptedReturns(container)
}

export const config = { name: "finish-store-returns", schedule: "* * * * *" }
