import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from "graphql"
import { getDirective } from "@graphql-tools/utils"
import type { Actor } from "@gondola/kit"

/** One root field with a call that the schema accepts. */
export interface Operation {
  /** For example `Query.sellerOrder`. */
  readonly name: string
  readonly actors: readonly Actor[]
  readonly takesId: boolean
  /** What a program's key needs to call it; absent where no key may. */
  readonly scope: string | undefined
  /** The call as text, with arguments replaced by name where given. */
  call(args?: Readonly<Record<string, unknown>>): string
}

/** Every root field of the schema, so that a new operation is walked without anybody thinking of it. */
export function everyOperation(schema: GraphQLSchema): Operation[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {}).map((field) => operation(schema, root!.name, field)),
  )
}

function operation(schema: GraphQLSchema, root: string, field: GraphQLField<unknown, unknown>): Operation {
  const auth = getDirective(schema, field, "auth")?.[0] as { as: Actor[] } | undefined
  return {
    name: `${root}.${field.name}`,
    actors: auth?.as ?? [],
    scope: (getDirective(schema, field, "scope")?.[0] as { needs: string } | undefined)?.needs,
    takesId: field.args.some((arg) => getNamedType(arg.type).name === "ID"),
    call: (given = {}) => {
      const args = field.args
        .filter((arg) => arg.name in given || isNonNullType(arg.type))
        .map((arg) => `${arg.name}: ${literal(arg, given)}`)
      const list = args.length ? `(${args.join(", ")})` : ""
      const selection = isLeafType(getNamedType(field.type)) ? "" : " { __typename }"
      return `${root.toLowerCase()} { ${field.name}${list}${selection} }`
    },
  }
}

function literal(arg: GraphQLArgument, given: Readonly<Record<string, unknown>>): string {
  return arg.name in given ? write(given[arg.name], arg.type) : sample(arg.type)
}

/** The smallest value that the type accepts. */
function sample(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sample(type.ofType as GraphQLInputType)
  if (isListType(type)) return `[${sample(type.ofType as GraphQLInputType)}]`
  if (isEnumType(type)) return type.getValues()[0]!.name
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((f) => isNonNullType(f.type) && f.defaultValue === undefined)
    return `{ ${needed.map((f) => `${f.name}: ${sample(f.type)}`).join(", ")} }`
  }
  return SCALARS[type.name] ?? `"x"`
}

const SCALARS: Readonly<Record<string, string>> = {
  ID: `"nobody_has_this_id"`,
  Int: "1",
  SafeInt: "1",
  Float: "1",
  Boolean: "true",
  DateTime: `"2026-01-01T00:00:00Z"`,
}

function write(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return write(value, type.ofType as GraphQLInputType)
  if (Array.isArray(value) && isListType(type))
    return `[${value.map((item) => write(item, type.ofType as GraphQLInputType)).join(", ")}]`
  if (isEnumType(type)) return String(value)
  if (isInputObjectType(type)) {
    const fields = type.getFields()
    const parts = Object.entries(value as object).map(([key, item]) => `${key}: ${write(item, fields[key]!.type)}`)
    return `{ ${parts.join(", ")} }`
  }
  return JSON.stringify(value)
}
