import { existsSync } from "node:fs"
import { join } from "node:path"
import type { GraphQLSchema } from "graphql"
import { composeSchema, type GraphqlPart } from "@gondola/kit"
import { sellerMemberAccount } from "@gondola/marketplace"
import { brandMemberAccount } from "@gondola/sponsored-placement"
import { shopStaffAccount } from "@gondola/store-returns"
import { accessGraphql } from "./access"
import { customerAccount, operatorAccount } from "./access/rooms"

// While the plugins grow: whatever part a plugin exports already is taken, the rest is left out.
function grown(packageName: string, exportName: string, ...ports: unknown[]): GraphqlPart[] {
  if (!existsSync(join(process.cwd(), "plugins", packageName.replace("@gondola/", ""), "src/index.ts"))) return []
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const part = (require(packageName) as Record<string, unknown>)[exportName]
  if (!part) return []
  return [typeof part === "function" ? (part as (...a: unknown[]) => GraphqlPart)(...ports) : (part as GraphqlPart)]
}

/** The one schema: what each plugin contributes, and what joins them. */
export function gondolaSchema(): GraphQLSchema {
  const marketplace = grown("@gondola/marketplace", "marketplaceGraphql")
  return composeSchema(
    [
      accessGraphql({
        CUSTOMER: customerAccount,
        OPERATOR: operatorAccount,
        SELLER_MEMBER: sellerMemberAccount,
        BRAND_MEMBER: brandMemberAccount,
        SHOP_STAFF: shopStaffAccount,
      }),
      ...marketplace,
      ...grown("@gondola/searchandising", "searchandisingGraphql", {}),
      ...grown("@gondola/sponsored-placement", "sponsoredPlacementGraphql"),
      ...(marketplace.length ? grown("@gondola/store-returns", "storeReturnsGraphql") : []),
    ],
    { partial: true },
  )
}
