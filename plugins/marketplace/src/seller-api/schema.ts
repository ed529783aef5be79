import type { GraphQLField, GraphQLSchema } from "graphql"

let bound: GraphQLSchema | null = null

/** The application hands over the schema that it serves: the REST surface is another way into the same fields. */
export function bindSellerApi(schema: GraphQLSchema): void {
  bound = schema
}

export function boundSchema(): GraphQLSchema {
  if (!bound) throw new Error("the seller's API has no schema: the application calls bindSellerApi first")
  return bound
}

/** @param field for example `Query.sellerOrder` */
export function fieldOf(schema: GraphQLSchema, field: string): GraphQLField<unknown, unknown> {
  const [root = "", name = ""] = field.split(".")
  const found = (root === "Query" ? schema.getQueryType() : schema.getMutationType())?.getFields()[name]
  if (!found) throw new Error(`the schema has no ${field}`)
  return found
}
