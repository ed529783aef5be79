import type { GraphqlContext } from "@gondola/kit"
import { isUnlocked, sessionOf, staffOf } from "../desk/desk"
import { findOrder, type TwoFactors } from "../desk/find-order"
import { lockDesk, unlockDesk } from "../desk/unlock-desk"
import { abandonReturn } from "../returns/abandon-return"
import { approveReturn } from "../returns/approve-return"
import { disposeReturnLine } from "../returns/dispose-line"
import { openReturn, openReturnOf } from "../returns/open-return"
import { type ClaimInput, quoteStoreReturn } from "../returns/quote-return"
import type { FullReturn } from "../returns/read-return"
import { settleReturn } from "../returns/settle-return"
import type { Disposition } from "../state/disposition"
import { deskOrderView, languageOf, returnView, shopView } from "./view"

/** What a clerk does at the counter; every function below checks the desk itself. */
export const deskMutations = {
  deskUnlock: (_root: unknown, args: { pin: string }, context: GraphqlContext) => unlockDesk(context, args.pin),
  deskLock: (_root: unknown, _args: unknown, context: GraphqlContext) => lockDesk(context),

  deskFind: async (_root: unknown, args: TwoFactors, context: GraphqlContext) => {
    const facts = await findOrder(context, args)
    const row = await openReturnOf(context, facts.order.id)
    const { shop } = await staffOf(context)
    return deskOrderView(facts, row && { row, sameShop: row.shop_id === shop.id }, languageOf(context))
  },

  openReturn: (_root: unknown, args: { orderId: string; idempotencyKey: string }, context: GraphqlContext) =>
    shown(context, openReturn(context, args.orderId, args.idempotencyKey)),

  quoteReturn: (_root: unknown, args: { returnId: string; lines: ClaimInput[] }, context: GraphqlContext) =>
    shown(context, quoteStoreReturn(context, args.returnId, args.lines)),

  approveReturn: (
    _root: unknown,
    args: { returnId: string; managerPin: string; reason: string },
    context: GraphqlContext,
  ) => shown(context, approveReturn(context, args.returnId, args.managerPin, args.reason)),

  settleReturn: (_root: unknown, args: { returnId: string; signature: string }, context: GraphqlContext) =>
    shown(context, settleReturn(context, args.returnId, args.signature)),

  abandonReturn: (_root: unknown, args: { returnId: string }, context: GraphqlContext) =>
    shown(context, abandonReturn(context, args.returnId)),

  disposeReturnLine: (
    _root: unknown,
    args: { returnLineId: string; disposition: Disposition; derogationCode?: string | null },
    context: GraphqlContext,
  ) =>
    shown(
      context,
      disposeReturnLine(context, args.returnLineId, args.disposition, args.derogationCode?.trim() || null),
    ),
}

export const deskQueries = {
  deskStatus: async (_root: unknown, _args: unknown, context: GraphqlContext) => {
    const { staff, shop } = await staffOf(context)
    const session = await sessionOf(context)
    return {
      shop: shopView(shop),
      clerkName: staff.name,
      role: staff.role,
      unlockedUntil: isUnlocked(session, staff, context.clock.now()) ? session.expires_at : null,
    }
  },
}

async function shown(context: GraphqlContext, pending: Promise<FullReturn>) {
  const row = await pending
  const { shop } = await staffOf(context)
  return returnView(row, shop)
}
