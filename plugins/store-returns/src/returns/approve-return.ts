import { badInput, type GraphqlContext } from "@gondola/kit"
import { checkPin } from "../desk/check-pin"
import { deskOf } from "../desk/desk"
import { trailOf } from "../desk/trail-of"
import { storeReturnError } from "../errors"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { assertLease, leaseFrom } from "./lease"
import { type FullReturn, readShopReturn } from "./read-return"

/**
 * A manager of this shop types a PIN at the clerk's desk. Who and why stay with the return and in the trail.
 * @throws WRONG_PIN | PIN_LOCKED | WRONG_STATE | BAD_INPUT
 */
export async function approveReturn(
  context: GraphqlContext,
  returnId: string,
  managerPin: string,
  reason: string,
): Promise<FullReturn> {
  const desk = await deskOf(context)
  const row = await readShopReturn(context.scope, desk.shop.id, returnId)
  await assertLease(context, desk, row)
  const because = reason.trim()
  if (because.length < 3 || because.length > 500) throw badInput("Say why in 3 to 500 characters")
  if (row.state !== "AWAITING_APPROVAL") throw storeReturnError("WRONG_STATE", "This return does not wait for approval")
  const service = storeReturnsOf(context.scope)
  const managers = await service.listStaff({ shop_id: desk.shop.id, role: "manager" }, { take: 50 })
  const manager = await checkPin(context.scope, desk.staff, managerPin, managers)
  const now = context.clock.now()
  const moved = await service.moveReturn(
    returnId,
    ["AWAITING_APPROVAL"],
    { state: "QUOTED", approved_by: manager.id, approved_because: because, lease_until: leaseFrom(now) },
    {
      ...trailOf(desk, now, {
        action: "approved",
        subject: returnId,
        detail: { because, asked: row.approval_reason, atDeskOf: desk.staff.id },
      }),
      actor: manager.id,
      role: manager.role,
    },
  )
  if (!moved) throw storeReturnError("WRONG_STATE", "This return was changed elsewhere; open it again")
  return readShopReturn(context.scope, desk.shop.id, returnId)
}
