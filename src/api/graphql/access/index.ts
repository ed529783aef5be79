import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type Actor, callerId, type GraphqlContext, type GraphqlPart, notFound } from "@gondola/kit"
import { runAudit } from "../../../audit/run-audit"
import { signInCustomer, signUpCustomer, type SignUp } from "./customer-account"
import { type AskedReset, requestPasswordReset, resetPassword } from "./reset-password"
import { type AccountReader, ROOMS } from "./rooms"
import { actorIdOf, authenticateByPassword, tokenFor } from "./sign-in"
import { readStorefrontConfig } from "./storefront-config"

interface Credentials {
  email: string
  password: string
}

/** Sign-in and what belongs to no single plugin. Every plugin tells how to read the accounts of its own actor. */
export function accessGraphql(accounts: Readonly<Record<Actor, AccountReader>>): GraphqlPart {
  return {
    typeDefs: readFileSync(join(__dirname, "schema.graphql"), "utf8"),
    resolvers: {
      Query: {
        storefrontConfig: (_source, _args, { scope }: GraphqlContext) => readStorefrontConfig(scope),
        me: async (_source, _args, context: GraphqlContext) => {
          const { signedIn, scope } = context
          const account = signedIn && (await accounts[signedIn.actor](scope, callerId(context)))
          if (!account) throw notFound("This account")
          return { actor: signedIn.actor, ...account }
        },
        audit: (_source, _args, { scope }: GraphqlContext) => runAudit(scope),
      },
      Mutation: {
        signIn: async (_source, credentials: Credentials, { scope, address }: GraphqlContext) => {
          const identity = await authenticateByPassword(scope, { ...credentials, address })
          const rooms = await Promise.all(
            Object.entries(ROOMS).map(async ([room, actor]) => {
              const id = actorIdOf(identity, actor)
              const account = id ? await accounts[actor](scope, id) : null
              return account && { room, token: tokenFor(scope, identity, actor), ...account }
            }),
          )
          return { rooms: rooms.filter(Boolean) }
        },
        requestPasswordReset: (_source, input: Omit<AskedReset, "address">, { scope, address }: GraphqlContext) =>
          requestPasswordReset(scope, { ...input, address }),
        resetPassword: (_source, input: { token: string; password: string }, { scope, address }: GraphqlContext) =>
          resetPassword(scope, { ...input, address }),
        signUpCustomer: (_source, input: Omit<SignUp, "address">, { scope, address }: GraphqlContext) =>
          signUpCustomer(scope, { ...input, address }),
        signInCustomer: (_source, input: Credentials, { scope, address }: GraphqlContext) =>
          signInCustomer(scope, { ...input, address }),
      },
    },
  }
}
