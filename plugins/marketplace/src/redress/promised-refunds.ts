import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Money that is promised for good and not in the books yet. */
export interface PromisedRefund {
  readonly orderId: string
  /** Null: the retailer. */
  readonly sellerId: string | null
  /** Null: delivery. */
  readonly lineId: string | null
  readonly amount: number
}

export type PromisedRefundSource = (
  knex: Knex | Knex.Transaction,
  orderIds: readonly string[],
) => Promise<readonly PromisedRefund[]>

const sources: PromisedRefundSource[] = []

/**
 * Whoever gives money back beside the marketplace tells here what it promised: under the order's lock nobody then gives the
 * same money a second time. Leave out what `marketplace_refund_share` knows already.
 */
export const addPromisedRefunds = (source: PromisedRefundSource): void => void sources.push(source)

export async function promisedRefunds(
  knex: Knex | Knex.Transaction,
  orderIds: readonly string[],
): Promise<PromisedRefund[]> {
  if (orderIds.length === 0) return []
  const told: PromisedRefund[] = []
  for (const source of sources) told.push(...(await source(knex, orderIds)))
  return told
}
