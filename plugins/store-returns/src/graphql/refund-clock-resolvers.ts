import type { GraphqlContext } from "@gondola/kit"
import { withdrawalOfKey } from "../refund-clock/refund-sources"
import { type DispatchProof, recordDispatchProof } from "../withdrawal/dispatch-proof"

export const refundClockResolvers = {
  OwedRefund: { withdrawalId: ({ key }: { key: string }) => withdrawalOfKey(key) },
  Mutation: {
    recordDispatchProof: async (_root: unknown, args: DispatchProof, context: GraphqlContext) => {
      await recordDispatchProof(context, { ...args, provedAt: new Date(args.provedAt) })
      return true
    },
  },
}
