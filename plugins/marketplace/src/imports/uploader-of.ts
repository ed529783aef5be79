import type { MedusaContainer } from "@medusajs/framework/types"
import { GondolaError } from "@gondola/kit"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { carries, type Duty } from "../sellers/roles"

/** The seller whose files a signed-in person handles; null for the operator, who handles the retailer's. @throws NOT_ALLOWED */
export async function uploaderOf(
  container: MedusaContainer,
  person: { readonly actorType: string; readonly actorId: string },
  duty?: Duty,
): Promise<string | null> {
  if (person.actorType === "user") return null
  const [member] = await marketplaceOf(container).listSellerMembers({ id: person.actorId })
  if (person.actorType !== "seller_member" || !member)
    throw new GondolaError("NOT_ALLOWED", "This account belongs to no seller any more")
  if (duty && !carries(member.role, duty))
    throw new GondolaError("NOT_ALLOWED", `Your role does not cover this (${duty}); ask an owner of your team`)
  return member.seller_id
}
