import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { IResolvers } from "@graphql-tools/utils"
import type { GraphqlContext, GraphqlPart } from "@gondola/kit"
import { brandResolvers } from "./brand-resolvers"
import { operatorResolvers } from "./operator-resolvers"
import { publicResolvers } from "./public-resolvers"

const all = [brandResolvers, operatorResolvers, publicResolvers]
const merged = (type: "Query" | "Mutation") => Object.assign({}, ...all.map((part) => part[type]))

export const sponsoredPlacementGraphql: GraphqlPart = {
  typeDefs: readFileSync(join(__dirname, "schema.graphql"), "utf8"),
  resolvers: Object.assign({}, ...all, {
    Query: merged("Query"),
    Mutation: merged("Mutation"),
  }) as IResolvers<unknown, GraphqlContext>,
}
