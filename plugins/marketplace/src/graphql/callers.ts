import { type GraphqlContext, callerId, GondolaError, notFound } from "@gondola/kit"
import { marketplaceOf } from "../modules/marketplace/resolve"
import type { SellerRow } from "../sellers/seller-row"

/**
 * The seller that the signed-in member works for; every resolver of the seller's room starts here.
 * @throws NOT_ALLOWED for a member whose seller is gone
 */
export function callerSeller(context: GraphqlContext): Promise<SellerRow> {
  return context.once(`marketplace:seller:${callerId(context)}`, async () => {
    const marketplace = marketplaceOf(context.scope)
    const [member] = await marketplace.listSellerMembers({ id: callerId(context) })
    const [seller] = member ? await marketplace.listSellers({ id: member.seller_id }) : []
    if (!seller) throw new GondolaError("NOT_ALLOWED", "This account belongs to no seller any more")
    return seller
  })
}

export function found<T>(row: T | undefined | null, what: string): T {
  if (row === undefined || row === null) throw notFound(what)
  return row
}
