import type { TFunction } from "i18next"

/** An answer of the API that says no; `code` is what the faces translate. */
export class ApiError extends Error {
  override readonly name = "ApiError"

  constructor(
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
  }
}

export const UNREACHABLE = "UNREACHABLE"

export const isCode = (error: unknown, code: string): boolean => error instanceof ApiError && error.code === code

/** Codes that say only the kind of problem: the server's own sentence (English) tells the rest. */
const VAGUE = new Set(["BAD_INPUT", "CONFLICT"])

/** In the reader's language by code; a code without a sentence of ours falls back to the server's own message. */
export function messageOf(error: unknown, t: TFunction): string {
  if (!(error instanceof ApiError)) return t("errors.UNKNOWN")
  const sentence = t(`errors.${error.code}` as "errors.UNKNOWN", { defaultValue: error.message })
  return VAGUE.has(error.code) && error.message ? `${sentence} (${error.message})` : sentence
}
