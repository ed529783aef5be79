export interface Money {
  amount: number
  currency: string
}

const formats = new Map<string, { format: Intl.NumberFormat; perUnit: number }>()

function formatOf(locale: string, currency: string) {
  const key = `${locale} ${currency}`
  let found = formats.get(key)
  if (!found) {
    const format = new Intl.NumberFormat(locale === "en" ? "en-GB" : "fr-FR", { style: "currency", currency })
    found = { format, perUnit: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) }
    formats.set(key, found)
  }
  return found
}

/** 1234 EUR → «12,34 €» in French, «€12.34» in English. */
export function formatMoney(money: Money, locale: string): string {
  const { format, perUnit } = formatOf(locale, money.currency)
  return format.format(money.amount / perUnit)
}

/** The amount a person types («12,5» or «12.50») in minor units; null when it is not an amount. */
export function parseAmount(text: string, perUnit = 100): number | null {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, "").replace(",", ".")
  if (!/^\d+(\.\d*)?$/.test(plain)) return null
  const amount = Math.round(Number(plain) * perUnit)
  return Number.isSafeInteger(amount) ? amount : null
}

/** Minor units as a person would type them in a field, without the currency. */
export function amountText(amount: number, locale: string, perUnit = 100): string {
  const text = Number.isInteger(amount / perUnit) ? String(amount / perUnit) : (amount / perUnit).toFixed(2)
  return locale === "fr" ? text.replace(".", ",") : text
}
