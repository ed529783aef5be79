import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { GraphqlContext, GraphqlPart } from "@gondola/kit"
import type { Step } from "../pipeline/trace"
import type { SearchandisingPorts } from "../ports"
import { cardResolvers } from "./card-resolvers"
import { ruleResolvers } from "./rule-resolvers"
import { searchResolvers } from "./search-resolvers"

/** The plugin's share of the schema. Without ports it is a search without ads. */
export const searchandisingGraphql = (ports: SearchandisingPorts = {}): GraphqlPart => {
  const search = searchResolvers(ports)
  return {
    typeDefs: readFileSync(join(__dirname, "schema.graphql"), "utf8"),
    resolvers: {
      ...cardResolvers,
      ExplainStep: {
        params: ({ params }: Step) => Object.entries(params).map(([name, value]) => ({ name, value: String(value) })),
      },
      Query: { ...search.Query, ...ruleResolvers.Query },
      Mutation: ruleResolvers.Mutation,
      Pin: ruleResolvers.Pin,
    },
  }
}

export type { GraphqlContext }
