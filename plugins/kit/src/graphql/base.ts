import { readFileSync } from "node:fs"
import { join } from "node:path"
import { GraphQLError, GraphQLScalarType, Kind } from "graphql"
import type { GraphqlPart } from "./part"

const SafeInt = new GraphQLScalarType<number, number>({
  name: "SafeInt",
  serialize: safe,
  parseValue: safe,
  parseLiteral: (node) => (node.kind === Kind.INT ? safe(Number(node.value)) : safe(Number.NaN)),
})

function safe(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value))
    throw new GraphQLError("SafeInt takes a whole number below 2^53")
  return value
}

const DateTime = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  serialize: (value) => instant(value).toISOString(),
  parseValue: instant,
  parseLiteral: (node) => instant(node.kind === Kind.STRING ? node.value : undefined),
})

function instant(value: unknown): Date {
  const date = value instanceof Date ? value : new Date(typeof value === "string" ? value : Number.NaN)
  if (Number.isNaN(date.getTime())) throw new GraphQLError("DateTime takes an ISO 8601 instant")
  return date
}

export const basePart: GraphqlPart = {
  typeDefs: readFileSync(join(__dirname, "base.graphql"), "utf8"),
  resolvers: {
    SafeInt,
    DateTime,
    Query: { now: (_source, _args, context) => context.clock.now() },
    Mutation: { ping: () => true },
  },
}
