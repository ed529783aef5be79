/**
 * Our own formats rather than Intl's: a document reads the same whatever ICU the Node of the day brings. Non-breaking spaces
 * keep an amount on one line.
 */
export type DocumentLocale = "fr" | "en"

const NBSP = "\u00a0"

const grouped = (whole: string, separator: string): string => whole.replace(/\B(?=(\d{3})+$)/g, separator)

/** Minor units with two decimals: every currency the house books in has them. */
export function amountText(minor: number, currency: string, locale: DocumentLocale): string {
  const sign = minor < 0 ? "\u2212" : ""
  const digits = String(Math.abs(minor)).padStart(3, "0")
  const [whole, decimals] = [digits.slice(0, -2), digits.slice(-2)]
  const symbol = currency === "EUR" ? "€" : currency
  return locale === "fr"
    ? `${sign}${grouped(whole, NBSP)},${decimals}${NBSP}${symbol}`
    : `${sign}${currency === "EUR" ? "€" : `${currency}${NBSP}`}${grouped(whole, ",")}.${decimals}`
}

/** 12.34: what XML and CSV for machines take. */
export function decimalText(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, "0")
  return `${minor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Basis points: 2000 is «20 %». */
export function percentText(bps: number, locale: DocumentLocale): string {
  const text = String(bps / 100)
  return locale === "fr" ? `${text.replace(".", ",")}${NBSP}%` : `${text}%`
}

const MONTHS = "January February March April May June July August September October November December".split(" ")

/** YYYY-MM-DD as a person of that language writes it. */
export function dayText(day: string, locale: DocumentLocale): string {
  const [year, month, date] = day.split("-") as [string, string, string]
  return locale === "fr" ? `${date}/${month}/${year}` : `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`
}
