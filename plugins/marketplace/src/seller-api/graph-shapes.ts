import {
  type FieldNode,
  getNamedType,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from "graphql"
import type { GraphDraft } from "./graph-operation"
import type { Json } from "./operation"
import { fieldOf } from "./schema"

interface Given {
  readonly name: string
  readonly type: GraphQLInputType
  readonly description?: string | null
  readonly defaultValue?: unknown
}

/** What the caller gives beside the path. */
export interface Arguments {
  readonly given: readonly Given[]
  /** Names that stand beside the whole one. */
  readonly beside: ReadonlySet<string>
  /** The header Idempotency-Key is an argument, or a part of the whole one. */
  readonly keyOutside: boolean
  readonly keyInside: boolean
}

const KEY = "key"

export function argumentsOf(schema: GraphQLSchema, { field, path, params, whole }: GraphDraft): Arguments {
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map(([, name]) => params?.[name!] ?? name!))
  const all = fieldOf(schema, field).args.filter((arg) => !inPath.has(arg.name))
  const beside = all.filter((arg) => arg.name !== whole && arg.name !== KEY)
  const wholeType = getNamedType(all.find((arg) => arg.name === whole)?.type)
  const inside = isInputObjectType(wholeType) ? Object.values(wholeType.getFields()) : []
  return {
    given: [...beside, ...inside.filter((each) => each.name !== KEY)],
    beside: new Set(beside.map((arg) => arg.name)),
    keyOutside: all.some((arg) => arg.name === KEY),
    keyInside: inside.some((each) => each.name === KEY),
  }
}

export const queryParameters = ({ given }: Arguments): Json[] =>
  given.map((each) => ({
    name: each.name,
    in: "query",
    required: isNonNullType(each.type) && each.defaultValue === undefined,
    ...(each.description ? { description: each.description } : {}),
    schema: { ...inputSchema(each.type), ...(each.defaultValue === undefined ? {} : { default: each.defaultValue }) },
  }))

/** Everything in a query is text: numbers and switches are made what the argument wants. */
export function givenQuery({ given }: Arguments, query: Readonly<Record<string, unknown>>): Json {
  const types = new Map(given.map((each) => [each.name, getNamedType(each.type).name]))
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const type = types.get(name) ?? ""
      if (/^(Int|SafeInt|Float)$/.test(type) && typeof value === "string" && value.trim() && Number.isFinite(+value))
        return [name, Number(value)]
      if (type === "Boolean" && (value === "true" || value === "false")) return [name, value === "true"]
      return [name, value]
    }),
  )
}

export const bodySchema = ({ given }: Arguments): Json => objectOf(given)

function objectOf(fields: readonly Given[]): Json {
  const required = fields.filter((each) => isNonNullType(each.type) && each.defaultValue === undefined)
  return {
    type: "object",
    additionalProperties: false,
    ...(required.length > 0 ? { required: required.map((each) => each.name) } : {}),
    properties: Object.fromEntries(
      fields.map((each) => [
        each.name,
        {
          ...inputSchema(each.type),
          ...(each.description ? { description: each.description } : {}),
          ...(each.defaultValue === undefined ? {} : { default: each.defaultValue }),
        },
      ]),
    ),
  }
}

function inputSchema(type: GraphQLInputType): Json {
  if (isNonNullType(type)) return inputSchema(type.ofType as GraphQLInputType)
  if (isListType(type)) return { type: "array", items: inputSchema(type.ofType as GraphQLInputType) }
  if (isInputObjectType(type)) return objectOf(Object.values(type.getFields()))
  if (isEnumType(type)) return { type: "string", enum: type.getValues().map((value) => value.name) }
  return scalar(type.name)
}

const scalar = (name: string): Json =>
  ({
    Int: { type: "integer" },
    SafeInt: { type: "integer" },
    Float: { type: "number" },
    Boolean: { type: "boolean" },
    DateTime: { type: "string", format: "date-time" },
  })[name] ?? { type: "string" }

/** The answer of a field with these parts of it. */
export function answerSchema(schema: GraphQLSchema, field: string, select: string | undefined): Json {
  const { type } = fieldOf(schema, field)
  const bare = isNonNullType(type) ? (type.ofType as GraphQLOutputType) : type
  const [document] = parse(`{ x ${select ? `{ ${select} }` : ""} }`).definitions as [OperationDefinitionNode]
  const { selectionSet } = document.selectionSet.selections[0] as FieldNode
  const shape = outputSchema(bare, selectionSet, true)
  if (isListType(bare)) return wrapped("items", shape)
  return isObjectType(getNamedType(bare)) ? shape : wrapped("done", shape)
}

const wrapped = (name: string, inner: Json): Json => ({
  type: "object",
  required: [name],
  properties: { [name]: inner },
})

function outputSchema(type: GraphQLOutputType, selection: SelectionSetNode | undefined, sure = false): Json {
  if (isNonNullType(type)) return outputSchema(type.ofType as GraphQLOutputType, selection, true)
  const shape = sureOutput(type, selection)
  return sure ? shape : { anyOf: [shape, { type: "null" }] }
}

function sureOutput(type: GraphQLOutputType, selection: SelectionSetNode | undefined): Json {
  if (isListType(type)) return { type: "array", items: outputSchema(type.ofType as GraphQLOutputType, selection) }
  if (isObjectType(type)) {
    const nodes = (selection?.selections ?? []) as readonly FieldNode[]
    const parts = nodes.map((node) => {
      const field = type.getFields()[node.name.value]
      if (!field) throw new Error(`${type.name} has no ${node.name.value}`)
      const inner = outputSchema(field.type, node.selectionSet)
      return [
        node.alias?.value ?? node.name.value,
        field.description ? { ...inner, description: field.description } : inner,
      ]
    })
    return {
      type: "object",
      ...(type.description ? { description: type.description } : {}),
      required: parts.map(([name]) => name),
      properties: Object.fromEntries(parts) as Json,
    }
  }
  if (isEnumType(type)) return { type: "string", enum: type.getValues().map((value) => value.name) }
  return scalar((type as { name: string }).name)
}
