import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Written into the metadata of Medusa's return: how a return that was cut off is found again. */
export const RETURN_MARK = "gondola_store_return"

/**
 * How far Medusa got. Its steps are separate transactions, so a process that dies leaves one of these; the order's
 * changes, each confirmed in one transaction, tell the truth, the status of the return does not.
 */
export type Phase = "nothing" | "begun" | "requested" | "receiving" | "received"

export interface MedusaProgress {
  readonly phase: Phase
  readonly medusaReturnId: string | null
}

interface ReturnRow {
  readonly id: string
  readonly status: string
  readonly canceled_at: Date | null
  readonly metadata: Record<string, unknown> | null
}

interface ChangeRow {
  readonly return_id: string | null
  readonly change_type: string
  readonly status: string
}

export async function medusaProgress(
  container: MedusaContainer,
  storeReturn: { readonly id: string; readonly order_id: string },
): Promise<MedusaProgress> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: returns } = await query.graph({
    entity: "return",
    fields: ["id", "status", "canceled_at", "metadata"],
    filters: { order_id: storeReturn.order_id },
  })
  const own = (returns as unknown as ReturnRow[]).find(
    (row) => row.metadata?.[RETURN_MARK] === storeReturn.id && !row.canceled_at && row.status !== "canceled",
  )
  if (!own) return { phase: "nothing", medusaReturnId: null }
  const { data: changes } = await query.graph({
    entity: "order_change",
    fields: ["id", "return_id", "change_type", "status"],
    filters: { order_id: storeReturn.order_id },
  })
  const ownChanges = (changes as unknown as ChangeRow[]).filter((change) => change.return_id === own.id)
  return { phase: phaseOf(ownChanges), medusaReturnId: own.id }
}

/** @param changes of one return, in any order */
export function phaseOf(changes: readonly Pick<ChangeRow, "change_type" | "status">[]): Phase {
  const of = (type: string) => changes.filter((change) => change.change_type === type).map((change) => change.status)
  const active = (status: string) => status === "pending" || status === "requested"
  if (of("return_receive").includes("confirmed")) return "received"
  if (of("return_receive").some(active)) return "receiving"
  if (of("return_request").includes("confirmed")) return "requested"
  return "begun"
}
