import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { notifyAll, sellerReaders } from "../notifications/seller-readers"
import type { RunRow } from "./import-rows"
import { emitSellerEvent } from "../webhooks/emit"
import { finishedLetter } from "./letters"

/** A long import may end when nobody looks any more. */
export async function tellFinished(container: MedusaContainer, runId: string): Promise<void> {
  const run = (await knexOf(container)("marketplace_import_run").where({ id: runId }).first()) as RunRow | undefined
  if (!run?.seller_id) return
  await emitSellerEvent(knexOf(container), {
    key: `import:${run.id}:${run.state}`,
    sellerId: run.seller_id,
    type: "import.finished",
    data: {
      importId: run.id,
      state: run.state,
      dryRun: run.dry_run,
      total: run.total,
      created: run.created,
      updated: run.updated,
      unchanged: run.unchanged,
      failed: run.failed,
    },
    at: run.finished_at ?? clockOf(container).now(),
  })
  if (run.dry_run || run.options.bulk) return
  await notifyAll(container, await sellerReaders(knexOf(container), run.seller_id, "catalogue"), {
    key: `import:${run.id}:${run.state}`,
    kind: "import.finished",
    letter: finishedLetter(run),
    about: { type: "import", id: run.id },
  })
}
