import type { IResolvers } from "@graphql-tools/utils"
import type { GraphqlContext } from "@gondola/kit"

export const sellerResolvers: IResolvers<unknown, GraphqlContext> = {}
