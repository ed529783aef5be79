import type { IResolvers } from "@graphql-tools/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Clock } from "../clock"

export type Actor = "CUSTOMER" | "SELLER_MEMBER" | "BRAND_MEMBER" | "SHOP_STAFF" | "OPERATOR"

/** Medusa's actor_type beside the name it has in the schema. */
export const ACTOR_TYPES = {
  CUSTOMER: "customer",
  SELLER_MEMBER: "seller_member",
  BRAND_MEMBER: "brand_member",
  SHOP_STAFF: "shop_staff",
  OPERATOR: "user",
} as const satisfies Record<Actor, string>

/** Who calls. `id` is the member's, staff's or user's id, never the organisation's: a resolver looks that up. */
export interface SignedIn {
  readonly actor: Actor
  readonly id: string
  /** A program with a key calls for an organisation: it may call fields with @scope only. `id` is the key's then. */
  readonly key?: ProgramKey
}

export interface ProgramKey {
  readonly organisationId: string
  readonly scopes: readonly string[]
}

/** What every resolver gets. Nothing here outlives the request. */
export interface GraphqlContext {
  readonly scope: MedusaContainer
  readonly clock: Clock
  readonly signedIn: SignedIn | null
  /** Remote address, for rate limits only. */
  readonly address: string
  /** Lower-case request headers. */
  header(name: string): string | undefined
  /** One value a request (DataLoaders and the like), made at first use. */
  once<T>(key: string, make: () => T): T
}

/** A plugin's share of the one schema: SDL text and its resolvers. */
export interface GraphqlPart {
  readonly typeDefs: string
  readonly resolvers: IResolvers<unknown, GraphqlContext>
}

/** The caller's id where the schema's @auth already guarantees the actor. */
export function callerId(context: GraphqlContext): string {
  if (!context.signedIn) throw new Error("a field without @auth asked for its caller")
  return context.signedIn.id
}
