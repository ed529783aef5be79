import type { GraphqlContext } from "@gondola/kit"
import { lateInterestOf } from "@gondola/marketplace"
import { returnClockKey, withdrawalOfKey } from "../refund-clock/refund-sources"
import { databaseOf } from "../settlement/database"
import { type DispatchProof, recordDispatchProof } from "../withdrawal/dispatch-proof"
import { money } from "./view"

export const refundClockResolvers = {
  StoreReturn: {
    lateInterest: async ({ id }: { id: string }, _args: unknown, { scope }: GraphqlContext) => {
      const interest = await lateInterestOf(databaseOf(scope), returnClockKey(id))
      return (
        interest && {
          daysLate: interest.days_late,
          amount: money(interest.amount, interest.currency),
          paidAt: interest.paid_at,
        }
      )
    },
  },
  OwedRefund: { withdrawalId: ({ key }: { key: string }) => withdrawalOfKey(key) },
  Mutation: {
    recordDispatchProof: async (_root: unknown, args: DispatchProof, context: GraphqlContext) => {
      await recordDispatchProof(context, { ...args, provedAt: new Date(args.provedAt) })
      return true
    },
  },
}
