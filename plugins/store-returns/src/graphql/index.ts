import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { GraphqlPart } from "@gondola/kit"
import { deskMutations, deskQueries } from "./desk-resolvers"
import { listQueries } from "./list-resolvers"
import { shopperMutations, shopperOrder } from "./shopper-resolvers"
import "../audit/trail-source"

export const storeReturnsGraphql: GraphqlPart = {
  typeDefs: readFileSync(join(__dirname, "schema.graphql"), "utf8"),
  resolvers: {
    Query: { ...deskQueries, ...listQueries },
    Mutation: { ...deskMutations, ...shopperMutations },
    ShopperOrder: shopperOrder,
  },
}
