import { z } from "zod"
import type { Operation } from "./operation"
import { operations } from "./operations"
import { BASE } from "./route"

type Json = Record<string, unknown>

const schemaOf = (shape: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: "any" }) as Json
  return schema
}

const content = (schema: Json): Json => ({ "application/json": { schema } })

const ERROR: Json = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message"],
      properties: { code: { type: "string" }, message: { type: "string" }, details: { type: "object" } },
    },
  },
}

const refusal = (description: string): Json => ({ description, content: content(ERROR) })

/** The description of the API, made out of what serves it. */
export function openApi(all: readonly Operation[] = operations): Json {
  const paths: Record<string, Json> = {}
  for (const operation of all) {
    const path = operation.path.replace(/:(\w+)/g, "{$1}")
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: described(operation) }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Gondola seller API",
      version: "1",
      description: "Offers, orders and statements for a seller's own programs. Amounts are whole minor units.",
    },
    servers: [{ url: BASE }],
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "A key of the portal: gnd_…" } },
    },
    security: [{ key: [] }],
    paths,
  }
}

function described({ id, path, scope, summary, query, body, answer }: Operation): Json {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }))
  const inQuery = query
    ? Object.entries((schemaOf(query, "input").properties ?? {}) as Record<string, Json>).map(([name, schema]) => ({
        name,
        in: "query",
        required: false,
        schema,
      }))
    : []
  return {
    operationId: id,
    summary,
    description: `Scope: ${scope}`,
    "x-scope": scope,
    parameters: [...inPath, ...inQuery],
    ...(body ? { requestBody: { required: true, content: content(schemaOf(body, "input")) } } : {}),
    responses: {
      "200": { description: "Done", content: content(schemaOf(answer, "output")) },
      "400": refusal("Not as described, or refused by a rule; the message says which"),
      "401": refusal("No key, or one that is unknown, revoked or past its end"),
      "403": refusal("The key has not the scope; `details.scope` names it"),
      "404": refusal("There is no such thing, or it is another seller's"),
      "409": refusal("In the way of another change: try again"),
      "429": refusal("Too many calls; `retry-after` says when to go on"),
    },
  }
}
