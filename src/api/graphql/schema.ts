import type { GraphQLSchema } from "graphql"
import { composeSchema } from "@gondola/kit"
import { accessGraphql } from "./access"
import { customerAccount, operatorAccount } from "./access/rooms"

/** The one schema: what each plugin contributes, and what joins them. */
export function gondolaSchema(): GraphQLSchema {
  return composeSchema([
    accessGraphql({
      CUSTOMER: customerAccount,
      OPERATOR: operatorAccount,
      SELLER_MEMBER: async () => null,
      BRAND_MEMBER: async () => null,
      SHOP_STAFF: async () => null,
    }),
  ])
}
