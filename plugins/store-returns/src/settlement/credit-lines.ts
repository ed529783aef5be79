import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Whether the deduction of this return is in the order already. */
export async function creditedFor(
  container: MedusaContainer,
  orderId: string,
  storeReturnId: string,
): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "credit_lines.reference", "credit_lines.reference_id"],
    filters: { id: orderId },
  })
  const lines = (data[0] as { credit_lines?: { reference_id?: string | null }[] } | undefined)?.credit_lines ?? []
  return lines.some((line) => line.reference_id === storeReturnId)
}
