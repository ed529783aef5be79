import { randomUUID } from "node:crypto"
import {
  astFromValue,
  type DocumentNode,
  execute,
  type GraphQLArgument,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
  print,
} from "graphql"
import { getVariableValues } from "graphql/execution/values"
import { badInput, notFound } from "@gondola/kit"
import { answerSchema, argumentsOf, bodySchema, givenQuery, queryParameters } from "./graph-shapes"
import type { Call, Head, Json, Operation } from "./operation"
import { boundSchema, fieldOf } from "./schema"

export interface GraphDraft extends Head {
  /** What is shown of the answer, as GraphQL writes it; nothing where the field gives no object. */
  readonly select?: string
  /** Where a name in the path is another than the argument's. */
  readonly params?: Readonly<Record<string, string>>
  /** The argument that the whole body, or the whole query, is. */
  readonly whole?: string
}

const built = new WeakMap<GraphQLSchema, Map<string, DocumentNode>>()

/** A REST operation that asks one field of the schema: its rights, its checks and its words are the field's. */
export function graphOperation(draft: GraphDraft): Operation {
  return {
    ...draft,
    describe: () => {
      const args = argumentsOf(boundSchema(), draft)
      const hasBody = draft.method !== "GET" && args.given.length > 0
      return {
        query: draft.method === "GET" ? queryParameters(args) : [],
        body: hasBody ? bodySchema(args) : null,
        answer: { "application/json": { schema: answerSchema(boundSchema(), draft.field, draft.select) } },
      }
    },
    handle: async (call) => shown(await ask(draft, call)),
  }
}

/** @returns what the field gives. @throws what the resolver throws, BAD_INPUT for what the schema does not take */
export async function ask(draft: GraphDraft, call: Call): Promise<unknown> {
  const schema = boundSchema()
  const document = documentOf(schema, draft)
  const [operation] = document.definitions as readonly [OperationDefinitionNode]
  const variableValues = variablesOf(schema, draft, call)
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues)
  if (errors) throw badInput(`Not as described: ${errors[0]!.message.replace(/^Variable "\$(\w+)"/, "$1")}`)
  const answer = await execute({ schema, document, variableValues, contextValue: call.context })
  const [wrong] = answer.errors ?? []
  if (wrong) throw wrong.originalError ?? wrong
  return answer.data?.result
}

function documentOf(schema: GraphQLSchema, draft: GraphDraft): DocumentNode {
  const ready = built.get(schema) ?? new Map<string, DocumentNode>()
  built.set(schema, ready)
  const found = ready.get(draft.id)
  if (found) return found
  const document = parse(documentText(schema, draft))
  ready.set(draft.id, document)
  return document
}

export function documentText(schema: GraphQLSchema, { field, select }: Pick<GraphDraft, "field" | "select">): string {
  const [root = "", name = ""] = field.split(".")
  const { args } = fieldOf(schema, field)
  const variables = args.map((arg) => `$${arg.name}: ${String(arg.type)}${defaultOf(arg)}`).join(", ")
  const values = args.map((arg) => `${arg.name}: $${arg.name}`).join(", ")
  const selection = select ? `{ ${select} }` : ""
  return `${root.toLowerCase()} ${variables && `(${variables})`} { result: ${name}${values && `(${values})`} ${selection} }`
}

function defaultOf({ type, defaultValue }: GraphQLArgument): string {
  const value = defaultValue === undefined ? null : astFromValue(defaultValue, type)
  return value ? ` = ${print(value)}` : ""
}

function variablesOf(schema: GraphQLSchema, draft: GraphDraft, call: Call): Json {
  const args = argumentsOf(schema, draft)
  const variables: Json = {}
  for (const [name, value] of Object.entries(call.params)) variables[draft.params?.[name] ?? name] = value
  const told = draft.method === "GET" ? givenQuery(args, call.query) : bodyOf(call.body)
  for (const name of Object.keys(told))
    if (!args.given.some((each) => each.name === name)) throw badInput(`There is no ${name} to give here`)
  const key = call.key ?? randomUUID()
  if (draft.whole) {
    const rest = Object.fromEntries(Object.entries(told).filter(([name]) => args.beside.has(name)))
    const inside = Object.fromEntries(Object.entries(told).filter(([name]) => !args.beside.has(name)))
    return { ...variables, ...rest, [draft.whole]: args.keyInside ? { ...inside, key } : inside }
  }
  return { ...variables, ...told, ...(args.keyOutside ? { key } : {}) }
}

function bodyOf(body: unknown): Json {
  if (body === undefined || body === null || body === "") return {}
  if (typeof body !== "object" || Array.isArray(body)) throw badInput("The body is a JSON object")
  return body as Json
}

/** A list or a single value stands in an object, so that an answer can grow. */
function shown(result: unknown): unknown {
  if (result === null || result === undefined) throw notFound("This")
  if (Array.isArray(result)) return { items: result }
  return typeof result === "object" ? result : { done: result }
}
