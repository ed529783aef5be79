import type { MedusaContainer } from "@medusajs/framework/types"
import { storeReturnsOf } from "../modules/store-returns/resolve"

/** Who a person of a shop's counter is, as the portal shows it; null once the person left. */
export async function shopStaffAccount(container: MedusaContainer, id: string) {
  const service = storeReturnsOf(container)
  const [staff] = await service.listStaff({ id: [id] })
  const [shop] = staff ? await service.listShops({ id: [staff.shop_id] }) : []
  return staff && shop ? { personName: staff.name, email: staff.email, organisation: shop.name } : null
}
