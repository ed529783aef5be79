import { badInput, GondolaError, type CommonErrorCode, type GraphqlContext } from "@gondola/kit"
import { findSoldOrder, orderIdOfAccessToken, readSoldOrder, type SoldOrder } from "@gondola/marketplace"
import { storeReturnError } from "../errors"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { readReturnContext, type ReturnContext } from "../orders/return-context"
import { type Desk, deskOf } from "./desk"
import { trailOf } from "./trail-of"

const MISSES = 10
const MISSES_MINUTES = 10
/** Enough for a long queue at the counter; the oldest is forgotten. */
const REMEMBERED = 50

export interface TwoFactors {
  readonly number?: number | null
  readonly email?: string | null
  readonly code?: string | null
}

/**
 * Looks an order up by two factors, the number with its e-mail or the code of the QR. Whatever is wrong, the answer is
 * the same; every look-up is in the trail.
 * @throws ORDER_NOT_FOUND | TOO_MANY_REQUESTS | BAD_INPUT | DESK_LOCKED
 */
export async function findOrder(context: GraphqlContext, by: TwoFactors): Promise<ReturnContext> {
  const desk = await deskOf(context)
  const service = storeReturnsOf(context.scope)
  const now = context.clock.now()
  const since = new Date(now.getTime() - MISSES_MINUTES * 60_000)
  if ((await service.countTrail({ actor: desk.staff.id, action: "look_up_missed", since })) >= MISSES)
    throw new GondolaError<CommonErrorCode>("TOO_MANY_REQUESTS", "Too many look-ups failed; wait ten minutes")
  const order = await lookUp(context, by)
  if (!order) {
    await service.record(entry(desk, now, { action: "look_up_missed", subject: "-" }, by))
    throw storeReturnError("ORDER_NOT_FOUND", "No order matches. Check the number and the e-mail, or scan the code")
  }
  const found = [order.id, ...foundBy(desk).filter((id) => id !== order.id)].slice(0, REMEMBERED)
  await service.updateDeskSessions({
    id: desk.session.id,
    found_order_ids: found as unknown as Record<string, unknown>,
  })
  await service.record(entry(desk, now, { action: "looked_up", subject: order.id }, by))
  return readReturnContext(context.scope, order.id, now)
}

export const foundBy = (desk: Desk): string[] => desk.session.found_order_ids as unknown as string[]

async function lookUp(context: GraphqlContext, by: TwoFactors): Promise<SoldOrder | null> {
  if (by.code) {
    const orderId = orderIdOfAccessToken(context.scope, by.code.trim())
    return orderId ? orNull(readSoldOrder(context.scope, orderId)) : null
  }
  if (!by.number || !by.email) throw badInput("Give the order number and the e-mail, or scan the code")
  return findSoldOrder(context.scope, { number: by.number, email: by.email.trim() })
}

async function orNull(read: Promise<SoldOrder>): Promise<SoldOrder | null> {
  try {
    return await read
  } catch (error) {
    if (error instanceof GondolaError && error.code === "NOT_FOUND") return null
    throw error
  }
}

function entry(
  desk: Desk,
  at: Date,
  found: { action: "looked_up" | "look_up_missed"; subject: string },
  by: TwoFactors,
) {
  return trailOf(desk, at, { ...found, detail: { by: by.code ? "code" : "number and e-mail" } })
}
