import type { GraphqlContext } from "@gondola/kit"
import { deskOf } from "../desk/desk"
import { trailOf } from "../desk/trail-of"
import { storeReturnError } from "../errors"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { isOpen, OPEN_STATES } from "../state/machine"

import { type FullReturn, readShopReturn } from "./read-return"

/** The goods are handed back and the order is free for another desk. By its clerk, or by a manager of the shop. */
export async function abandonReturn(context: GraphqlContext, returnId: string): Promise<FullReturn> {
  const desk = await deskOf(context)
  const row = await readShopReturn(context.scope, desk.shop.id, returnId)
  if (!isOpen(row.state)) throw storeReturnError("WRONG_STATE", "This return is not open any more")
  if (row.staff_id !== desk.staff.id && desk.staff.role !== "manager")
    throw storeReturnError("ORDER_HELD", `${row.clerk_name} is working on this return`, { heldBy: row.clerk_name })
  const now = context.clock.now()
  await storeReturnsOf(context.scope).moveReturn(
    returnId,
    OPEN_STATES,
    { state: "REFUSED" },
    trailOf(desk, now, { action: "abandoned", subject: returnId }),
  )
  return readShopReturn(context.scope, desk.shop.id, returnId)
}
