import { assertScope, type GraphqlContext, callerId, GondolaError, notFound, type ProgramKey } from "@gondola/kit"
import type { InferTypeOf } from "@medusajs/framework/types"
import type SellerMember from "../modules/marketplace/models/seller-member"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { carries, type Duty } from "../sellers/roles"
import type { SellerRow } from "../sellers/seller-row"

export type MemberRow = InferTypeOf<typeof SellerMember>

export interface SellerCaller {
  readonly seller: SellerRow
  readonly member: MemberRow
}

/**
 * The signed-in member and the seller it works for.
 * @throws NOT_ALLOWED for a member who left or whose seller is gone, and where the role does not carry the duty
 */
export async function callerMember(context: GraphqlContext, duty?: Duty): Promise<SellerCaller> {
  const caller = await context.once(`marketplace:seller:${callerId(context)}`, async () => {
    const marketplace = marketplaceOf(context.scope)
    if (context.signedIn?.key) return callerOfKey(context, context.signedIn.key)
    const [member] = await marketplace.listSellerMembers({ id: callerId(context) })
    const [seller] = member ? await marketplace.listSellers({ id: member.seller_id }) : []
    if (!member || !seller) throw new GondolaError("NOT_ALLOWED", "This account belongs to no seller any more")
    return { seller, member }
  })
  if (context.signedIn?.key && duty) assertScope(context.signedIn.key, duty === "team" ? undefined : `${duty}:write`)
  else if (duty && !carries(caller.member.role, duty))
    throw new GondolaError("NOT_ALLOWED", `Your role does not cover this (${duty}); ask an owner of your team`)
  return caller
}

/** A seller's own program: it has no member, and its scopes stand for the duties of one. */
async function callerOfKey(context: GraphqlContext, key: ProgramKey): Promise<SellerCaller> {
  const [seller] = await marketplaceOf(context.scope).listSellers({ id: key.organisationId })
  if (!seller) throw new GondolaError("NOT_ALLOWED", "This key belongs to no seller any more")
  return { seller, member: { id: callerId(context), seller_id: seller.id, role: "read_only" } as MemberRow }
}

/** The caller's seller; every resolver of the seller's room starts here, with the duty wherever something changes. */
export const callerSeller = async (context: GraphqlContext, duty?: Duty): Promise<SellerRow> =>
  (await callerMember(context, duty)).seller

export function found<T>(row: T | undefined | null, what: string): T {
  if (row === undefined || row === null) throw notFound(what)
  return row
}
