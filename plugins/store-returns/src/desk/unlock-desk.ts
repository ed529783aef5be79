import type { GraphqlContext } from "@gondola/kit"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { newId } from "../modules/store-returns/service"
import { checkPin } from "./check-pin"
import { idleUntil, sessionOf, staffOf } from "./desk"
import { trailOf } from "./trail-of"
import { deskTokenHash, newDeskToken } from "./pin"

/** @throws WRONG_PIN | PIN_LOCKED */
export async function unlockDesk(context: GraphqlContext, pin: string) {
  const { staff, shop } = await staffOf(context)
  await checkPin(context.scope, staff, pin, [staff])
  const service = storeReturnsOf(context.scope)
  const token = newDeskToken()
  const now = context.clock.now()
  const expiresAt = idleUntil(now)
  await service.createDeskSessions({
    id: newId("desk"),
    staff_id: staff.id,
    shop_id: shop.id,
    token_hash: deskTokenHash(token),
    expires_at: expiresAt,
    found_order_ids: [] as unknown as Record<string, unknown>,
  })
  await service.record(trailOf({ staff, shop }, now, { action: "unlocked", subject: staff.id }))
  return { token, expiresAt, clerkName: staff.name, role: staff.role }
}

export async function lockDesk(context: GraphqlContext): Promise<boolean> {
  const { staff, shop } = await staffOf(context)
  const session = await sessionOf(context)
  if (!session || session.staff_id !== staff.id || session.ended_at) return false
  const now = context.clock.now()
  const service = storeReturnsOf(context.scope)
  await service.updateDeskSessions({ id: session.id, ended_at: now })
  await service.record(trailOf({ staff, shop }, now, { action: "locked", subject: staff.id }))
  return true
}
