/**
 * The one error that reaches a person. Every plugin has a closed list of codes; faces translate by code, so the message
 * (English) says what happened, what is safe and what to do.
 */
export class GondolaError<Code extends string = string> extends Error {
  override readonly name = "GondolaError"

  constructor(
    readonly code: Code,
    message: string,
    readonly options: { readonly cause?: unknown; readonly details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
  }
}

/** Codes that any surface may answer. */
export type CommonErrorCode =
  "NOT_FOUND" | "NOT_SIGNED_IN" | "NOT_ALLOWED" | "BAD_INPUT" | "CONFLICT" | "TOO_MANY_REQUESTS"

/** What does not exist and what belongs to somebody else look the same. */
export const notFound = (what: string): GondolaError<CommonErrorCode> =>
  new GondolaError("NOT_FOUND", `${what} was not found`)

export const badInput = (message: string, details?: Record<string, unknown>): GondolaError<CommonErrorCode> =>
  new GondolaError("BAD_INPUT", message, details ? { details } : {})

export const conflict = (message: string): GondolaError<CommonErrorCode> => new GondolaError("CONFLICT", message)

/**
 * A workflow hands an error on as a plain object, which GraphQL would turn into a nameless one: gives back what was
 * thrown first. Anything else stays what it is.
 */
export function revived(error: unknown): unknown {
  if (error instanceof Error || typeof error !== "object" || error === null) return error
  const { name, code, message, options } = error as Partial<GondolaError>
  if (name === "GondolaError" && code && message) return new GondolaError(code, message, options)
  return Object.assign(new Error(message), error)
}
