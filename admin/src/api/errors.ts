import i18next, { type TFunction } from "i18next"
import { formatMoney, type Money } from "../i18n/money"

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

/** A refusal as the API tells it: by an error of its own, or one of several in an answer. */
interface Refused {
  code: string
  message: string
  /** Of a false price before: what the last 30 days allow. */
  lowest?: Money | null
}

/** In the reader's language by code; a code without a sentence of ours falls back to the server's own message. */
export function refusalOf({ code, message, lowest }: Refused, t: TFunction): string {
  if (code === "FALSE_BEFORE_PRICE" && lowest) {
    const price = formatMoney(lowest, i18next.language === "en" ? "en" : "fr")
    return t("errors.FALSE_BEFORE_PRICE_LOWEST", { price })
  }
  const sentence = t(`errors.${code}` as "errors.UNKNOWN", { defaultValue: message })
  return VAGUE.has(code) && message ? `${sentence} (${message})` : sentence
}

export function messageOf(error: unknown, t: TFunction): string {
  if (!(error instanceof ApiError)) return t("errors.UNKNOWN")
  const { code, message, details } = error
  return refusalOf({ code, message, lowest: details.lowest as Money | null | undefined }, t)
}
