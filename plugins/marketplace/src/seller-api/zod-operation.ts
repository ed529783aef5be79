import { z } from "zod"
import { badInput } from "@gondola/kit"
import type { Call, Head, Json, Operation } from "./operation"

interface ZodDraft<Body extends z.ZodType> extends Head {
  readonly body: Body
  readonly answer: z.ZodType
  handle(call: Call, body: z.output<Body>): Promise<unknown>
}

/** An operation that is more than one field of the schema: it says itself what it takes and gives. */
export const zodOperation = <Body extends z.ZodType>(draft: ZodDraft<Body>): Operation => ({
  ...draft,
  describe: () => ({
    query: [],
    body: schemaOf(draft.body, "input"),
    answer: { "application/json": { schema: schemaOf(draft.answer, "output") } },
  }),
  // Only what is described leaves: a field added inside is not published by accident.
  handle: async (call) => z.parse(draft.answer, await draft.handle(call, parsed(draft.body, call.body))),
})

function schemaOf(shape: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: "any" }) as Json
  return schema
}

/** @throws BAD_INPUT with the first thing that is wrong */
function parsed<Body extends z.ZodType>(shape: Body, given: unknown): z.output<Body> {
  const result = shape.safeParse(given ?? {})
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = issue?.path.join(".")
  throw badInput(`The body is not as described: ${path ? `${path}: ` : ""}${issue?.message ?? ""}`)
}
