import type { GraphqlContext } from "@gondola/kit"
import type { Desk } from "../desk/desk"
import { storeReturnError } from "../errors"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import type { StoreReturnRow } from "../modules/store-returns/service"
import { isOpen, OPEN_STATES } from "../state/machine"

export const LEASE_MINUTES = 20

export const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MINUTES * 60_000)

/** Lets go of an order whose desk walked away. */
export async function expireReturn(context: GraphqlContext, row: StoreReturnRow): Promise<void> {
  const now = context.clock.now()
  await storeReturnsOf(context.scope).moveReturn(
    row.id,
    OPEN_STATES,
    { state: "EXPIRED" },
    {
      shopId: row.shop_id,
      at: now,
      actor: row.staff_id,
      role: "system",
      action: "expired",
      subject: row.id,
      detail: {},
    },
  )
}

/**
 * Only whoever holds the lease may work on an open return, and only while it lasts.
 * @throws ORDER_HELD | LEASE_EXPIRED
 */
export async function assertLease(context: GraphqlContext, desk: Desk, row: StoreReturnRow): Promise<void> {
  if (!isOpen(row.state)) return
  if (row.lease_until <= context.clock.now()) {
    await expireReturn(context, row)
    throw storeReturnError("LEASE_EXPIRED", "Twenty minutes are over: find the order and open the return again")
  }
  if (row.staff_id !== desk.staff.id)
    throw storeReturnError("ORDER_HELD", `${row.clerk_name} is working on this return`, { heldBy: row.clerk_name })
}
