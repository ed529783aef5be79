import { ApiDown, ApiRefusal } from "./api"

/** Codes for which the pages have words of their own; every other refusal reads as INTERNAL. */
const SPOKEN = [
  "NOT_FOUND",
  "NOT_SIGNED_IN",
  "NOT_ALLOWED",
  "BAD_INPUT",
  "CONFLICT",
  "TOO_MANY_REQUESTS",
  "PASSWORD_TOO_WEAK",
  "EMAIL_TAKEN",
  "OUT_OF_STOCK",
  "NOT_FOR_SALE",
  "CART_INCOMPLETE",
  "PAYMENT_REFUSED",
  "ORDER_BUSY",
  "ORDER_NOT_FOUND",
  "WITHDRAWAL_CLOSED",
  "QUANTITY_NOT_FREE",
  "SELLER_ORDER_STATE",
  "DISPUTE_STATE",
  "BAD_FILE",
  "FILE_TOO_LARGE",
  "WRONG_CREDENTIALS",
  "RESET_OVER",
  "API_DOWN",
  "INTERNAL",
] as const

export type SpokenCode = (typeof SPOKEN)[number]

export function spokenCode(error: unknown): SpokenCode {
  if (error instanceof ApiDown) return "API_DOWN"
  if (!(error instanceof ApiRefusal)) return "INTERNAL"
  return SPOKEN.find((code) => code === error.code) ?? "INTERNAL"
}
