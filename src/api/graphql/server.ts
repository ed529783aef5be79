import { EnvelopArmor } from "@escape.tech/graphql-armor"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { NoSchemaIntrospectionCustomRule } from "graphql"
import { createYoga, type Plugin } from "graphql-yoga"
import type { GraphqlContext } from "@gondola/kit"
import { bindSellerApi } from "@gondola/marketplace"
import { graphqlContext } from "./context"
import { maskError } from "./errors"
import { gondolaSchema } from "./schema"

interface ServerContext {
  req: MedusaRequest
  res: MedusaResponse
}

/** What one request may ask; the largest page of our own faces takes about a third of each. */
const LIMITS = {
  maxDepth: { n: 9 },
  maxAliases: { n: 20 },
  maxDirectives: { n: 10 },
  maxTokens: { n: 2000 },
  costLimit: { maxCost: 6000 },
} as const

const introspectionOnlyWhenAsked: Plugin = {
  onValidate: ({ addValidationRule }) => addValidationRule(NoSchemaIntrospectionCustomRule),
}

const schema = gondolaSchema()
// The sellers' REST surface asks the same fields.
bindSellerApi(schema)

export const yoga = createYoga<ServerContext, GraphqlContext>({
  schema,
  graphqlEndpoint: "/graphql",
  landingPage: false,
  graphiql: false,
  // Medusa's own CORS middleware answers with our list; yoga's default would reflect any origin with credentials.
  cors: false,
  batching: false,
  // What nobody expected is reported by maskError; yoga would log every refused call with its stack.
  logging: false,
  context: ({ req }) => graphqlContext(req),
  maskedErrors: {
    maskError: (error) => maskError(error, report),
  },
  plugins: [
    ...new EnvelopArmor(LIMITS).protect().plugins,
    ...(process.env.NODE_ENV === "production" && process.env.GONDOLA_INTROSPECTION !== "1"
      ? [introspectionOnlyWhenAsked]
      : []),
  ] as Plugin[],
})

let report: (error: unknown) => void = (error) => console.error(error)

export async function serveGraphql(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  report = (error) => logger.error(error instanceof Error ? error : new Error(String(error)))
  await yoga(req, res, { req, res })
}
