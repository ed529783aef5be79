/** ISO 3166-1 alpha-2, lower case, with the prefix of its VAT numbers (Greece writes EL). Monaco counts as France. */
const PREFIXES: Readonly<Record<string, string>> = {
  at: "AT",
  be: "BE",
  bg: "BG",
  cy: "CY",
  cz: "CZ",
  de: "DE",
  dk: "DK",
  ee: "EE",
  es: "ES",
  fi: "FI",
  fr: "FR",
  gr: "EL",
  hr: "HR",
  hu: "HU",
  ie: "IE",
  it: "IT",
  lt: "LT",
  lu: "LU",
  lv: "LV",
  mc: "FR",
  mt: "MT",
  nl: "NL",
  pl: "PL",
  pt: "PT",
  ro: "RO",
  se: "SE",
  si: "SI",
  sk: "SK",
}

/** In the VAT territory of the European Union (Directive 2006/112/EC, art. 5–7). */
export const inEu = (countryCode: string): boolean => countryCode.toLowerCase() in PREFIXES

/** Whether the number is one of that country: how its holder proves to be a taxable person there. */
export function isVatNumberOf(countryCode: string, vatNumber: string | null | undefined): boolean {
  const prefix = PREFIXES[countryCode.toLowerCase()]
  const compact = (vatNumber ?? "").replace(/[\s.-]/g, "").toUpperCase()
  return prefix !== undefined && compact.startsWith(prefix) && compact.length >= prefix.length + 8
}
