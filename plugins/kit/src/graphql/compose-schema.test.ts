import { graphql } from "graphql"
import { systemClock } from "../clock"
import { composeSchema } from "./compose-schema"
import type { GraphqlContext, GraphqlPart } from "./part"

const context = (signedIn: GraphqlContext["signedIn"]): GraphqlContext => ({
  scope: {} as GraphqlContext["scope"],
  clock: systemClock,
  signedIn,
  address: "",
  header: () => undefined,
  once: (_key, make) => make(),
})

const part = (field: string): GraphqlPart => ({
  typeDefs: `extend type Query { ${field} }`,
  resolvers: { Query: { secret: () => "42" } },
})

describe("composeSchema", () => {
  it("refuses a root field that is neither open nor guarded, or both", () => {
    expect(() => composeSchema([part("secret: String")])).toThrow(/secret needs either/)
    expect(() => composeSchema([part("secret: String @public @auth(as: [OPERATOR])")])).toThrow(/secret needs either/)
  })

  it("refuses a root field that nobody answers", () => {
    const empty = { typeDefs: "extend type Query { forgotten: String @public }", resolvers: {} }
    expect(() => composeSchema([empty])).toThrow(/forgotten has no resolver/)
  })

  it("answers only the actors that the field names", async () => {
    const schema = composeSchema([part("secret: String @auth(as: [OPERATOR])")])
    const ask = async (signedIn: GraphqlContext["signedIn"]) =>
      graphql({ schema, source: "{ secret }", contextValue: context(signedIn) })
    expect((await ask(null)).errors?.[0]?.originalError).toMatchObject({ code: "NOT_SIGNED_IN" })
    expect((await ask({ actor: "CUSTOMER", id: "c" })).errors?.[0]?.originalError).toMatchObject({
      code: "NOT_ALLOWED",
    })
    expect((await ask({ actor: "OPERATOR", id: "u" })).data).toEqual({ secret: "42" })
  })

  it("lets a key call only what names its scope", async () => {
    const fields = `secret: String @auth(as: [SELLER_MEMBER])
      orders: String @auth(as: [SELLER_MEMBER]) @scope(needs: "orders:read")
      who: String @auth(as: [SELLER_MEMBER]) @scope(needs: "any")
      other: String @auth(as: [OPERATOR]) @scope(needs: "any")`
    const answer = () => "42"
    const schema = composeSchema([
      {
        typeDefs: `extend type Query { ${fields} }`,
        resolvers: { Query: { secret: answer, orders: answer, who: answer, other: answer } },
      },
    ])
    const ask = async (field: string, scopes: string[]) =>
      graphql({
        schema,
        source: `{ ${field} }`,
        contextValue: context({ actor: "SELLER_MEMBER", id: "k", key: { organisationId: "s", scopes } }),
      })
    expect((await ask("orders", ["orders:read"])).data).toEqual({ orders: "42" })
    expect((await ask("who", [])).data).toEqual({ who: "42" })
    for (const [field, scopes] of [
      ["orders", ["orders:write", "any"]],
      ["secret", ["orders:read"]],
      ["other", ["orders:read"]],
    ] as const)
      expect((await ask(field, [...scopes])).errors?.[0]?.originalError).toMatchObject({ code: "NOT_ALLOWED" })
    expect((await ask("orders", [])).errors?.[0]?.originalError).toMatchObject({
      options: { details: { scope: "orders:read" } },
    })
  })
})
