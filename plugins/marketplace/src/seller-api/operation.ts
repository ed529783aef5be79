import type { Readable } from "node:stream"
import type { GraphqlContext } from "@gondola/kit"
import type { Scope } from "../api-keys/key"

export type Json = Record<string, unknown>

export interface Call {
  /** Of the key, as a resolver would get it. */
  readonly context: GraphqlContext
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  /** The header Idempotency-Key; null when there is none. */
  readonly key: string | null
  /** The body as it comes in, of an operation that takes a file. */
  readonly stream: Readable
}

/** An answer that is not JSON. */
export class FileAnswer {
  constructor(
    readonly name: string,
    readonly mediaType: string,
    readonly content: Buffer | Readable,
  ) {}
}

/** What its caller gives and gets, as OpenAPI tells it. */
export interface Description {
  readonly query: readonly Json[]
  /** Null: no body. */
  readonly body: Json | null
  /** By media type. */
  readonly answer: Json
}

/** One REST operation: what serves it, what describes it and what the tests walk are the same entry. */
export interface Operation {
  readonly id: string
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  /** Under /seller/v1, with `:name` for what varies. */
  readonly path: string
  readonly scope: Scope
  readonly summary: string
  /** The GraphQL field behind it, which must have the same scope. */
  readonly field: string
  /** The body is a file and not read before it is asked for. */
  readonly takesFile?: boolean
  describe(): Description
  handle(call: Call): Promise<unknown>
}

/** What every kind of operation says of itself. */
export type Head = Pick<Operation, "id" | "method" | "path" | "scope" | "summary" | "field">
