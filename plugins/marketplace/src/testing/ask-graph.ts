import { type ExecutionResult, graphql } from "graphql"
import type { MedusaContainer } from "@medusajs/framework/types"
import { composeSchema, type GraphqlContext, type SignedIn } from "@gondola/kit"
import { marketplaceGraphql } from "../graphql"

const schema = composeSchema([marketplaceGraphql])

interface Asker {
  readonly container: MedusaContainer
  readonly time: { readonly now: Date }
  readonly signedIn: SignedIn | null
}

/** One operation of the marketplace's graph as that person, without the HTTP around it: errors keep their class. */
export async function askGraph<T>(
  { container, time, signedIn }: Asker,
  source: string,
  variables: Record<string, unknown> = {},
): Promise<ExecutionResult<T>> {
  const cache = new Map<string, unknown>()
  const contextValue: GraphqlContext = {
    scope: container,
    clock: { now: () => time.now },
    signedIn,
    address: "127.0.0.1",
    header: () => undefined,
    once: <V>(key: string, make: () => V): V => {
      if (!cache.has(key)) cache.set(key, make())
      return cache.get(key) as V
    },
  }
  return (await graphql({ schema, source, contextValue, variableValues: variables })) as ExecutionResult<T>
}
