import type { GraphqlContext } from "@gondola/kit"
import type { z } from "zod"
import type { Scope } from "../api-keys/key"

export interface Call {
  /** Of the key, as a resolver would get it. */
  readonly context: GraphqlContext
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

/** One REST operation: what serves it, what describes it and what the tests walk are the same entry. */
export interface Operation {
  readonly id: string
  readonly method: "GET" | "POST" | "PUT"
  /** Under /seller/v1, with `:name` for what varies. */
  readonly path: string
  readonly scope: Scope
  readonly summary: string
  /** The GraphQL field behind it, which must have the same scope; null where there is none. */
  readonly field: string | null
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly answer: z.ZodType
  handle(call: Call): Promise<unknown>
}
