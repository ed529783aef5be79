import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { GraphqlContext, GraphqlPart } from "@gondola/kit"
import { portalSearch, type SearchSource } from "../portal-search/portal-search"
import { marketplaceSources } from "../portal-search/sources"

/** The palette's search: this plugin's records and those of the others. */
export const portalSearchGraphql = (sources: readonly SearchSource[] = []): GraphqlPart => ({
  typeDefs: readFileSync(join(__dirname, "portal-search.graphql"), "utf8"),
  resolvers: {
    Query: {
      portalSearch: (_source: unknown, asked: { text: string; limit: number }, context: GraphqlContext) =>
        portalSearch([...marketplaceSources, ...sources], context, asked),
    },
  },
})
