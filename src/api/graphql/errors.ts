import { MedusaError } from "@medusajs/framework/utils"
import { GondolaError } from "@gondola/kit"
import { GraphQLError } from "graphql"

/** What Medusa says to a caller on purpose; its other errors are bugs or faults and stay inside. */
const SPOKEN = new Map<string, string>([
  [MedusaError.Types.NOT_FOUND, "NOT_FOUND"],
  [MedusaError.Types.INVALID_DATA, "BAD_INPUT"],
  [MedusaError.Types.NOT_ALLOWED, "CONFLICT"],
  [MedusaError.Types.CONFLICT, "CONFLICT"],
  [MedusaError.Types.DUPLICATE_ERROR, "CONFLICT"],
])

/** Turns what a resolver threw into what the caller may read; anything unknown becomes one neutral sentence. */
export function maskError(error: unknown, log: (error: unknown) => void): GraphQLError {
  const thrown = error instanceof GraphQLError ? (error.originalError ?? error) : error
  if (thrown instanceof GraphQLError) return thrown
  const position = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {}
  if (isGondolaError(thrown))
    return new GraphQLError(thrown.message, {
      ...position,
      extensions: { code: thrown.code, ...(thrown.options?.details ? { details: thrown.options.details } : {}) },
    })
  const spoken = isMedusaError(thrown) ? SPOKEN.get(thrown.type) : undefined
  if (spoken) return new GraphQLError((thrown as Error).message, { ...position, extensions: { code: spoken } })
  log(thrown)
  return new GraphQLError("Something went wrong on our side. Nothing was lost; try again in a moment.", {
    ...position,
    extensions: { code: "INTERNAL" },
  })
}

/** By name and shape: a workflow hands errors through JSON, and several copies of a class may be loaded. */
function isGondolaError(error: unknown): error is GondolaError {
  return typeof error === "object" && error !== null && (error as Error).name === "GondolaError" && "code" in error
}

function isMedusaError(error: unknown): error is MedusaError {
  return typeof error === "object" && error !== null && "__isMedusaError" in error
}
