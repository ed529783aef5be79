import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Medusa's open balance of the order in micros: negative while the shopper is owed. */
export async function pendingMicros(container: MedusaContainer, orderId: string): Promise<number> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: ["id", "summary.*"], filters: { id: orderId } })
  const summary = (data[0] as { summary?: { pending_difference?: unknown } } | undefined)?.summary
  return Math.round(Number(summary?.pending_difference ?? 0) * 1e6)
}
