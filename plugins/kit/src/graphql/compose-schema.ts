import { makeExecutableSchema } from "@graphql-tools/schema"
import { getDirective, MapperKind, mapSchema } from "@graphql-tools/utils"
import { defaultFieldResolver, type GraphQLSchema } from "graphql"
import { GondolaError, revived } from "../errors"
import { basePart } from "./base"
import type { Actor, GraphqlContext, GraphqlPart, ProgramKey } from "./part"

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
      const scope = getDirective(schema, field, "scope")?.[0] as { needs: string } | undefined
      const open = getDirective(schema, field, "public")?.[0]
      if (Boolean(auth) === Boolean(open)) throw new Error(`root field ${name} needs either @auth or @public`)
      if (!field.resolve) throw new Error(`root field ${name} has no resolver`)
      const resolve = field.resolve ?? defaultFieldResolver
      return {
        ...field,
        resolve: async (source: unknown, args: Record<string, unknown>, context: GraphqlContext, info) => {
          if (auth) admit(auth.as, scope?.needs, context)
          try {
            return (await resolve(source, args, context, info)) as unknown
          } catch (error) {
            throw revived(error)
          }
        },
      }
    },
  })
}

function admit(actors: readonly Actor[], scope: string | undefined, { signedIn }: GraphqlContext): void {
  if (!signedIn) throw new GondolaError("NOT_SIGNED_IN", "Sign in first")
  if (!actors.includes(signedIn.actor))
    throw new GondolaError("NOT_ALLOWED", "This account may not do that; use another room")
  if (signedIn.key) assertScope(signedIn.key, scope)
}

/** @throws NOT_ALLOWED with the missing scope's name in `details`; without a scope no key may pass */
export function assertScope(key: ProgramKey, scope: string | undefined): void {
  if (!scope) throw new GondolaError("NOT_ALLOWED", "No key may do that: a person has to sign in")
  if (scope !== "any" && !key.scopes.includes(scope))
    throw new GondolaError("NOT_ALLOWED", `This key has no scope ${scope}`, { details: { scope } })
}
