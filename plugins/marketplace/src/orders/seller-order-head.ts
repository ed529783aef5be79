import type { MedusaContainer } from "@medusajs/framework/types"
import { notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { SellerOrderState } from "./seller-order-state"

export interface SellerOrderHead {
  readonly id: string
  readonly orderId: string
  /** Null: the retailer. */
  readonly sellerId: string | null
  readonly state: SellerOrderState
  readonly optionId: string | null
}

/** Starts from the trader: another's id is not found. `sellerId` null is the retailer. @throws NOT_FOUND */
export async function sellerOrderHead(
  container: MedusaContainer,
  sellerId: string | null,
  by: { readonly id: string } | { readonly orderId: string },
): Promise<SellerOrderHead> {
  const query = knexOf(container)("marketplace_seller_order").where(
    "id" in by ? { id: by.id } : { order_id: by.orderId },
  )
  void (sellerId === null ? query.whereNull("seller_id") : query.where("seller_id", sellerId))
  const row = (await query.first()) as
    { id: string; order_id: string; state: SellerOrderState; shipping_option_id: string | null } | undefined
  if (!row) throw notFound("This order")
  return { id: row.id, orderId: row.order_id, sellerId, state: row.state, optionId: row.shipping_option_id }
}
