import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { GraphqlPart } from "@gondola/kit"
import { deskMutations, deskQueries } from "./desk-resolvers"
import { listQueries } from "./list-resolvers"
import { shopperMutations, shopperOrder } from "./shopper-resolvers"
import { refundClockResolvers } from "./refund-clock-resolvers"
import "../audit/trail-source"
import "../refund-clock/refund-sources"
import "./seller-operations"

export const storeReturnsGraphql: GraphqlPart = {
  typeDefs: ["schema.graphql", "refund-clock.graphql"]
    .map((file) => readFileSync(join(__dirname, file), "utf8"))
    .join("\n"),
  resolvers: {
    Query: { ...deskQueries, ...listQueries },
    Mutation: { ...deskMutations, ...shopperMutations, ...refundClockResolvers.Mutation },
    ShopperOrder: shopperOrder,
    OwedRefund: refundClockResolvers.OwedRefund,
    StoreReturn: refundClockResolvers.StoreReturn,
  },
}
