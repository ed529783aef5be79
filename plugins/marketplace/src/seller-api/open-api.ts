import { isRepeatable } from "./once"
import type { Json, Operation } from "./operation"
import { sellerOperations } from "./operations"
import { EVENTS } from "../webhooks/event-types"
import { BASE } from "./route"

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

const COUNTED: Json = {
  "ratelimit-limit": { description: "Calls a minute", schema: { type: "integer" } },
  "ratelimit-remaining": { description: "Calls left in this minute", schema: { type: "integer" } },
  "ratelimit-reset": { description: "Seconds until it begins anew", schema: { type: "integer" } },
}

const REPEATABLE: Json = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "Of your own, for one deed: the same key does it once within 24 hours and gets the same answer",
  schema: { type: "string", minLength: 8, maxLength: 100 },
}

/** The description of the API, made out of what serves it. */
export function openApi(all: readonly Operation[] = sellerOperations()): Json {
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
      description:
        "Everything a seller's own programs do: offers, imports, orders, messages, disputes, money, documents, webhooks. " +
        "Amounts are whole minor units of their currency.",
    },
    servers: [{ url: BASE }],
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "A key of the portal: gnd_…" } },
    },
    security: [{ key: [] }],
    paths,
    webhooks: Object.fromEntries(Object.entries(EVENTS).map(([type, words]) => [type, told(type, words)])),
  }
}

/** What an endpoint of the seller's is sent. */
function told(type: string, { when, data }: { readonly when: string; readonly data: readonly string[] }): Json {
  const schema: Json = {
    type: "object",
    required: ["id", "type", "timestamp", "data"],
    properties: {
      id: { type: "string", description: "The same for every try" },
      type: { const: type },
      timestamp: { type: "string", format: "date-time" },
      data: { type: "object", properties: Object.fromEntries(data.map((name) => [name, {}])) },
    },
  }
  const responses = { "2XX": { description: "Taken; anything else is tried again" } }
  return { post: { summary: when, security: [], requestBody: { content: content(schema) }, responses } }
}

function described(operation: Operation): Json {
  const { id, method, path, scope, summary, takesFile } = operation
  const { query, body, answer } = operation.describe()
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }))
  return {
    operationId: id,
    summary,
    description: `Scope: ${scope}`,
    "x-scope": scope,
    parameters: [...inPath, ...query, ...(isRepeatable(operation) ? [REPEATABLE] : [])],
    ...(takesFile
      ? { requestBody: { required: true, content: { "application/octet-stream": { schema: {} } } } }
      : body
        ? { requestBody: { required: "required" in body, content: content(body) } }
        : {}),
    responses: {
      "200": { description: "Done", headers: COUNTED, content: answer },
      "400": refusal("Not as described, or refused by a rule; the message says which"),
      "401": refusal("No key, or one that is unknown, revoked or past its end"),
      "403": refusal("The key has not the scope; `details.scope` names it"),
      "404": refusal("There is no such thing, or it is another seller's"),
      "409": refusal("In the way of another change: try again"),
      ...(method === "GET" ? {} : { "413": refusal("The body is too big") }),
      "429": refusal("Too many calls; `retry-after` says when to go on"),
    },
  }
}
