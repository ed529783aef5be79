/**
 * GS1 trade item number: 8, 12, 13 or 14 digits with a check digit. Leading zeros say nothing, so that one article has
 * one spelling here: 13 digits, or 14 when the packaging indicator is not zero.
 * @returns null when it is not a number of that kind
 */
export function normalGtin(text: string): string | null {
  const digits = text.replace(/[\s-]/g, "")
  if (!/^\d{8}$|^\d{12,14}$/.test(digits)) return null
  const full = digits.padStart(14, "0")
  if (/^0+$/.test(full) || !hasRightCheckDigit(full)) return null
  return full.startsWith("0") ? full.slice(1) : full
}

function hasRightCheckDigit(full: string): boolean {
  const sum = [...full].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return sum % 10 === 0
}

/** Appends the check digit to 12 digits: for own articles and tests. */
export function withCheckDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return twelve + String((10 - (sum % 10)) % 10)
}
