import { initGraphQLTada } from "gql.tada"
import type { introspection } from "./graphql-env"

/** The typed document tag; the scalars as JSON carries them. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { DateTime: string; SafeInt: number }
}>()

export type { ResultOf, VariablesOf, TadaDocumentNode as Document } from "gql.tada"
