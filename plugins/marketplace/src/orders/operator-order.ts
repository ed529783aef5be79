import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"

export interface RefundRecord {
  readonly key: string
  readonly sellerId: string | null
  readonly label: string
  readonly quantity: number
  readonly amount: number
  readonly commissionBack: number
  readonly at: Date
}

/** Every refund of an order as the books have it, whatever its cause; the oldest first. */
export async function readRefunds(container: MedusaContainer, orderId: string): Promise<RefundRecord[]> {
  return (await knexOf(container)("marketplace_refund_share")
    .where("order_id", orderId)
    .orderBy([{ column: "occurred_at" }, { column: "id" }])
    .select(
      "key",
      "seller_id as sellerId",
      "label",
      "quantity",
      "amount",
      "commission_back as commissionBack",
      "occurred_at as at",
    )) as RefundRecord[]
}
