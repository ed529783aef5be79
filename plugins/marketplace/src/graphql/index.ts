import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { IResolvers } from "@graphql-tools/utils"
import type { GraphqlContext, GraphqlPart } from "@gondola/kit"
import { catalogueResolvers } from "./catalogue-resolvers"
import { commissionResolvers } from "./commission-resolvers"
import { orderResolvers } from "./order-resolvers"
import { sellerOrderResolvers } from "./seller-order-resolvers"
import { sellerResolvers } from "./seller-resolvers"

type Resolvers = IResolvers<unknown, GraphqlContext>

/** Two groups may both add fields to one type. */
function merged(groups: readonly Resolvers[]): Resolvers {
  const all: Record<string, object> = {}
  for (const group of groups)
    for (const [type, fields] of Object.entries(group)) all[type] = { ...all[type], ...(fields as object) }
  return all as Resolvers
}

export const marketplaceGraphql: GraphqlPart = {
  typeDefs: readFileSync(join(__dirname, "schema.graphql"), "utf8"),
  resolvers: merged([catalogueResolvers, sellerResolvers, orderResolvers, sellerOrderResolvers, commissionResolvers]),
}
