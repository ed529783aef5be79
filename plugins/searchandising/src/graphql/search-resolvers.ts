import type { GraphQLResolveInfo } from "graphql"
import { type GraphqlContext, selects } from "@gondola/kit"
import { indexStatus } from "../pipeline/index-status"
import { search, type SearchRequest } from "../pipeline/search"
import { suggest } from "../pipeline/suggest"
import type { Locale, SearchandisingPorts } from "../ports"
import { localCard } from "./card-resolvers"
import { moduleOf } from "./module-of"

type SearchInput = { [K in keyof Omit<SearchRequest, "facets">]?: SearchRequest[K] | null } & Pick<
  SearchRequest,
  "sort" | "page" | "pageSize" | "locale" | "explain"
>

export const searchResolvers = ({ sponsoredSlots }: SearchandisingPorts) => ({
  Query: {
    search: async (
      _source: unknown,
      { input }: { input: SearchInput },
      context: GraphqlContext,
      info: GraphQLResolveInfo,
    ) => {
      const request: SearchRequest = {
        query: input.query ?? null,
        category: input.category ?? null,
        filters: input.filters ?? [],
        sort: input.sort,
        page: input.page,
        pageSize: input.pageSize,
        locale: input.locale,
        explain: input.explain,
        session: input.session ?? null,
        facets: selects(info, "facets"),
      }
      const answer = await search(
        context.scope,
        moduleOf(context),
        request,
        sponsoredSlots && ((shelf) => sponsoredSlots(shelf, context)),
      )
      return {
        ...answer,
        hits: answer.hits.map((hit) => ({ ...hit, card: localCard(hit.card, input.locale) })),
        sponsored: answer.sponsored.map((slot) => ({ ...slot, card: localCard(slot.card, input.locale) })),
      }
    },
    suggest: async (
      _source: unknown,
      { text, locale, limit }: { text: string; locale: Locale; limit: number | null },
      context: GraphqlContext,
    ) => {
      const answer = await suggest(context.scope, moduleOf(context), { text, locale, limit: limit ?? 6 })
      return { ...answer, products: answer.products.map((card) => localCard(card, locale)) }
    },
    zeroResultQueries: (_source: unknown, { limit }: { limit: number | null }, context: GraphqlContext) =>
      moduleOf(context).log.empty(Math.min(200, Math.max(1, limit ?? 25))),
    indexStatus: (_source: unknown, _args: unknown, context: GraphqlContext) => indexStatus(context.scope),
  },
})
