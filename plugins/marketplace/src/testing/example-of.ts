interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly minItems?: number
}

/** The smallest thing that a JSON schema of our own takes. */
export function exampleOf(schema: Schema): unknown {
  if (schema.default !== undefined) return schema.default
  if (schema.enum) return schema.enum[0]
  if (schema.type === "object")
    return Object.fromEntries((schema.required ?? []).map((name) => [name, exampleOf(schema.properties?.[name] ?? {})]))
  if (schema.type === "array") return [exampleOf(schema.items ?? {})]
  if (schema.type === "integer" || schema.type === "number") return 1
  if (schema.type === "boolean") return true
  return "nobody_has_this"
}
