import type { GraphqlContext } from "@gondola/kit"
import { orderAccessToken } from "@gondola/marketplace"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import { readReturnContext } from "../orders/return-context"
import { type DeclaredLine, declareWithdrawal } from "../withdrawal/declare-withdrawal"
import { withdrawalOf } from "../withdrawal/withdrawal"
import { languageOf } from "./view"

/** Added to the marketplace's order page: whoever sees the order was let in there. */
export const shopperOrder = {
  withdrawal: async (order: { id: string }, _args: unknown, context: GraphqlContext) => {
    const [facts, declarations] = await Promise.all([
      readReturnContext(context.scope, order.id, context.clock.now()),
      storeReturnsOf(context.scope).listWithdrawalDeclarations(
        { order_id: order.id },
        { order: { declared_at: "ASC" }, take: 100 },
      ),
    ])
    return {
      ...withdrawalOf(facts, languageOf(context)),
      declarations: declarations.map((each) => ({
        id: each.id,
        declaredAt: each.declared_at,
        lines: each.lines as unknown as DeclaredLine[],
      })),
    }
  },
  deskCode: (order: { id: string }, _args: unknown, context: GraphqlContext) =>
    orderAccessToken(context.scope, order.id),
}

export const shopperMutations = {
  declareWithdrawal: (
    _root: unknown,
    args: { accessToken: string; lines: { lineId: string; quantity: number }[] },
    context: GraphqlContext,
  ) => declareWithdrawal(context, args.accessToken, args.lines),
}
