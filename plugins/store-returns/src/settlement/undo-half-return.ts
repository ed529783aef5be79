import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  cancelReturnReceiveWorkflow,
  cancelReturnRequestWorkflow,
  cancelReturnWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaProgress } from "./medusa-progress"

/**
 * Takes back what a process that died had begun in Medusa, so that the whole can run again from the start. A return whose
 * goods were received is never taken back: it is finished.
 */
export async function undoHalfReturn(container: MedusaContainer, progress: MedusaProgress): Promise<void> {
  const returnId = progress.medusaReturnId
  if (!returnId || progress.phase === "received" || progress.phase === "nothing") return
  if (progress.phase === "begun") return undoBegun(container, returnId)
  if (progress.phase === "receiving") {
    await cancelReturnReceiveWorkflow(container).run({ input: { return_id: returnId } })
    await forgetReceipt(container, returnId)
  }
  await cancelReturnWorkflow(container).run({ input: { return_id: returnId } })
}

async function undoBegun(container: MedusaContainer, returnId: string): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: changes } = await query.graph({
    entity: "order_change",
    fields: ["id", "status"],
    filters: { return_id: returnId, status: ["pending", "requested"] },
  })
  if (changes.length > 0) await cancelReturnRequestWorkflow(container).run({ input: { return_id: returnId } })
  else await container.resolve(Modules.ORDER).deleteReturns([returnId])
}

/** Medusa marks the return as received beside, not inside, the transaction that was lost. */
async function forgetReceipt(container: MedusaContainer, returnId: string): Promise<void> {
  // Generated methods that Medusa's own steps call and its published type leaves out.
  const orders = container.resolve(Modules.ORDER) as unknown as ReturnRecords
  const items = await orders.listReturnItems({ return_id: returnId })
  await orders.updateReturnItems(items.map((item) => ({ id: item.id, received_quantity: 0, damaged_quantity: 0 })))
  await orders.updateReturns([{ id: returnId, status: "requested", received_at: null }])
}

interface ReturnRecords {
  listReturnItems(filter: { return_id: string }): Promise<{ id: string }[]>
  updateReturnItems(rows: { id: string; received_quantity: number; damaged_quantity: number }[]): Promise<unknown>
  updateReturns(rows: { id: string; status: string; received_at: null }[]): Promise<unknown>
}
