import { initGraphQLTada } from "gql.tada"
import type { introspection } from "./graphql-env"

/** Typed documents against the merged contract; scalars as they travel in JSON. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { DateTime: string; SafeInt: number; ID: string }
}>()

export type { FragmentOf, ResultOf, VariablesOf } from "gql.tada"
export { readFragment } from "gql.tada"
