import { makeExecutableSchema } from "@graphql-tools/schema"
import { getDirective, MapperKind, mapSchema } from "@graphql-tools/utils"
import { defaultFieldResolver, type GraphQLSchema } from "graphql"
import { GondolaError } from "../errors"
import { basePart } from "./base"
import type { Actor, GraphqlContext, GraphqlPart } from "./part"

/**
 * Builds the one schema out of the plugins' parts. Closed by default: a root field that carries neither @auth nor
 * @public stops the start, so that nobody opens a field by forgetting to close it.
 */
export function composeSchema(parts: readonly GraphqlPart[]): GraphQLSchema {
  const all = [basePart, ...parts]
  const schema = makeExecutableSchema<GraphqlContext>({
    typeDefs: all.map((part) => part.typeDefs),
    resolvers: all.map((part) => part.resolvers),
    resolverValidationOptions: { requireResolversToMatchSchema: "error" },
  })
  return mapSchema(schema, {
    [MapperKind.ROOT_FIELD]: (field, name) => {
      const auth = getDirective(schema, field, "auth")?.[0] as { as: Actor[] } | undefined
      const open = getDirective(schema, field, "public")?.[0]
      if (Boolean(auth) === Boolean(open)) throw new Error(`root field ${name} needs either @auth or @public`)
      if (!field.resolve) throw new Error(`root field ${name} has no resolver`)
      if (!auth) return field
      const resolve = field.resolve ?? defaultFieldResolver
      return {
        ...field,
        resolve: (source: unknown, args: Record<string, unknown>, context: GraphqlContext, info) => {
          if (!context.signedIn) throw new GondolaError("NOT_SIGNED_IN", "Sign in first")
          if (!auth.as.includes(context.signedIn.actor))
            throw new GondolaError("NOT_ALLOWED", "This account may not do that; use another room")
          return resolve(source, args, context, info) as unknown
        },
      }
    },
  })
}
