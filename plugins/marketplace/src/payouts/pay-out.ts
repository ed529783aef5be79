import type { MedusaContainer } from "@medusajs/framework/types"
import { advancePayouts } from "./advance-payouts"
import { processProviderEvents } from "./provider-events"
import { finishRuns, openScheduledRun } from "./run-payouts"

/** Everything that payouts do of themselves. Run twice, or again after a crash, it does what is missing and no more. */
export async function payOut(container: MedusaContainer): Promise<void> {
  await openScheduledRun(container)
  await finishRuns(container)
  await advancePayouts(container)
  await processProviderEvents(container)
  // A bank's failure sends money back: that is a call, too.
  await advancePayouts(container)
}
