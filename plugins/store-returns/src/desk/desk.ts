import { callerId, GondolaError, type GraphqlContext, type CommonErrorCode } from "@gondola/kit"
import { storeReturnError } from "../errors"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import type { DeskSessionRow, ShopRow, StaffRow } from "../modules/store-returns/service"
import { deskTokenHash } from "./pin"

export const DESK_HEADER = "x-desk-session"
export const DESK_IDLE_MINUTES = 15

export interface Desk {
  readonly session: DeskSessionRow
  readonly staff: StaffRow
  readonly shop: ShopRow
}

export interface SignedInStaff {
  readonly staff: StaffRow
  readonly shop: ShopRow
}

/** Who is signed in, and the only shop that this person sees. */
export function staffOf(context: GraphqlContext): Promise<SignedInStaff> {
  return context.once("store-returns:staff", async () => {
    const service = storeReturnsOf(context.scope)
    const [staff] = await service.listStaff({ id: callerId(context) })
    if (!staff) throw new GondolaError<CommonErrorCode>("NOT_SIGNED_IN", "This account is no longer on the staff")
    return { staff, shop: await service.retrieveShop(staff.shop_id) }
  })
}

/** The session of the request's token, whether or not it is still good. */
export async function sessionOf(context: GraphqlContext): Promise<DeskSessionRow | null> {
  const token = context.header(DESK_HEADER)
  if (!token || token.length > 100) return null
  const [session] = await storeReturnsOf(context.scope).listDeskSessions({ token_hash: deskTokenHash(token) })
  return session ?? null
}

export function isUnlocked(session: DeskSessionRow | null, staff: StaffRow, now: Date): session is DeskSessionRow {
  return session !== null && session.staff_id === staff.id && session.ended_at === null && session.expires_at > now
}

export const idleUntil = (now: Date): Date => new Date(now.getTime() + DESK_IDLE_MINUTES * 60_000)

/**
 * The unlocked desk behind this request; every use keeps it open for another quarter of an hour.
 * @throws DESK_LOCKED
 */
export function deskOf(context: GraphqlContext): Promise<Desk> {
  return context.once("store-returns:desk", async () => {
    const { staff, shop } = await staffOf(context)
    const session = await sessionOf(context)
    const now = context.clock.now()
    if (!isUnlocked(session, staff, now)) throw storeReturnError("DESK_LOCKED", "Enter your PIN to unlock the desk")
    const until = idleUntil(now)
    if (until.getTime() - session.expires_at.getTime() > 30_000)
      await storeReturnsOf(context.scope).updateDeskSessions({ id: session.id, expires_at: until })
    return { session, staff, shop }
  })
}
