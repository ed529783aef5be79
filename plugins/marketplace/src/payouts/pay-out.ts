import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { advancePayouts } from "./advance-payouts"
import { processProviderEvents } from "./provider-events"
import { finishRuns, openScheduledRun } from "./run-payouts"

/**
 * Everything that payouts do of themselves. Run twice, or again after a crash, it does what is missing and no more. A stage
 * that fails is logged and tried again at the next look; it does not keep the others from their work.
 */
export async function payOut(container: MedusaContainer): Promise<void> {
  const stages: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["the day's run was not opened", () => openScheduledRun(container)],
    ["a run stands still", () => finishRuns(container)],
    ["payouts wait", () => advancePayouts(container)],
    ["messages of the provider wait", () => processProviderEvents(container)],
    // A bank's failure sends money back: that is a call, too.
    ["returned payouts wait", () => advancePayouts(container)],
  ]
  for (const [what, stage] of stages)
    await stage().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Payouts: ${what}: ${reason}`)
    })
}
