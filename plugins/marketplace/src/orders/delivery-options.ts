import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"
import type { DeliverySpan } from "./promised-date"

export interface OptionTerms extends DeliverySpan {
  readonly id: string
  readonly profileId: string
}

/** Where an option does not say: the slowest that we would promise. */
const DEFAULT_SPAN: DeliverySpan = { minDays: 2, maxDays: 5 }

/** Profile and days of delivery options, from their `data`. */
export async function optionTerms(
  container: MedusaContainer,
  optionIds: readonly string[],
): Promise<Map<string, OptionTerms>> {
  const rows = (await knexOf(container)("shipping_option")
    .whereIn("id", [...optionIds])
    .select("id", "shipping_profile_id", "data")) as {
    id: string
    shipping_profile_id: string
    data: Partial<DeliverySpan> | null
  }[]
  return new Map(rows.map((row) => [row.id, { id: row.id, profileId: row.shipping_profile_id, ...spanOf(row.data) }]))
}

export function spanOf(data: Partial<DeliverySpan> | null | undefined): DeliverySpan {
  const minDays = Number.isInteger(data?.minDays) ? Number(data?.minDays) : DEFAULT_SPAN.minDays
  const maxDays = Number.isInteger(data?.maxDays) ? Number(data?.maxDays) : DEFAULT_SPAN.maxDays
  return { minDays, maxDays: Math.max(minDays, maxDays) }
}
