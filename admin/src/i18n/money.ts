export interface Money {
  amount: number
  currency: string
}

export interface MicroMoney {
  micros: number
  currency: string
}

export const LOCALES = { fr: "fr-FR", en: "en-IE" } as const
export type Language = keyof typeof LOCALES

const MICROS = 1_000_000

/** Decimals of the currency's minor unit: 2 for EUR, 0 for JPY. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2

export function formatMoney(money: Money, language: Language): string {
  const value = money.amount / 10 ** decimalsOf(money.currency)
  return new Intl.NumberFormat(LOCALES[language], { style: "currency", currency: money.currency }).format(value)
}

/** Where room is scarce: 12 €, 1,2 k €; small amounts keep their cents, or the marks of an axis would look alike. */
export function formatShort(money: Money, language: Language): string {
  const value = money.amount / 10 ** decimalsOf(money.currency)
  return new Intl.NumberFormat(LOCALES[language], {
    style: "currency",
    currency: money.currency,
    notation: "compact",
    minimumFractionDigits: 0,
    maximumFractionDigits: Math.abs(value) < 10 ? 2 : 1,
  }).format(value)
}

/** Prices per click keep up to four decimals: 0,125 € is not 0,13 €. */
export function formatMicros(money: MicroMoney, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], {
    style: "currency",
    currency: money.currency,
    maximumFractionDigits: 4,
    minimumFractionDigits: 2,
  }).format(money.micros / MICROS)
}

const PLAIN = /^\d+$/
const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$/

/**
 * What a person typed ("1 234,5", "1,234.50", "12 €") in whole units of 10^-decimals; undefined when it is no amount
 * or has more decimals than the unit. Never through a float.
 */
export function parseAmount(text: string, decimals = 2): number | undefined {
  const [, minus, digits = ""] = /^(-?)([\d.,]+)$/.exec(text.replace(/[\s\u00a0\u202f€]/g, "")) ?? []
  const point = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","))
  const isDecimal = point >= 0 && digits.length - point - 1 <= decimals
  const whole = isDecimal ? digits.slice(0, point) || "0" : digits
  const fraction = isDecimal ? digits.slice(point + 1) : ""
  if (!PLAIN.test(whole) && !GROUPED.test(whole)) return undefined
  const units = Number(whole.replace(/[.,]/g, "") + fraction.padEnd(decimals, "0"))
  if (!Number.isSafeInteger(units)) return undefined
  return minus && units !== 0 ? -units : units
}

export const parseMicros = (text: string): number | undefined => parseAmount(text, 6)

/** The plain decimal for an input or a CSV: 1234 → "12,34" in French. */
export function plainAmount(units: number, decimals: number, language: Language): string {
  const digits = Math.abs(units)
    .toString()
    .padStart(decimals + 1, "0")
  const whole = decimals === 0 ? digits : digits.slice(0, -decimals)
  const fraction = decimals === 0 ? "" : digits.slice(-decimals)
  return `${units < 0 ? "-" : ""}${whole}${fraction ? (language === "fr" ? "," : ".") : ""}${fraction}`
}

/** A bid for an input: two decimals, more only where they say something. */
export const plainMicros = (micros: number, language: Language): string =>
  plainAmount(micros, 6, language).replace(/0{1,4}$/, "")
