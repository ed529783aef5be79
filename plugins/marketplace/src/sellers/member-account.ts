import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE } from "../modules/marketplace"
import type MarketplaceModuleService from "../modules/marketplace/service"

/** Who a seller's member is, as the portal shows it; null once the member is gone. */
export async function sellerMemberAccount(container: MedusaContainer, id: string) {
  const marketplace: MarketplaceModuleService = container.resolve(MARKETPLACE_MODULE)
  const [member] = await marketplace.listSellerMembers({ id: [id] })
  const [seller] = member ? await marketplace.listSellers({ id: [member.seller_id] }) : []
  return member && seller ? { personName: member.name, email: member.email, organisation: seller.name } : null
}
