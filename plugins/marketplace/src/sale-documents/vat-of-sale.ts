import type { VatCategory, VatReason } from "@gondola/ledger"
import { inEu } from "../vat/eu"
import type { Accountable } from "../vat/sale-vat"

export interface SaleVat {
  readonly category: VatCategory
  /** Basis points. */
  readonly rateBps: number
  readonly reason: VatReason | null
}

/** Who writes the invoice: the house for its own goods and as deemed supplier, the trader for everything else. */
export const issuedByHouse = (accountable: Accountable): boolean =>
  accountable === "retailer" || accountable === "platform"

/**
 * The VAT of a sold line as EN 16931 says it. Above 150 € imported goods are sold outside France (directive 2006/112/EC art.
 * 32): their VAT is the customs'. A seller without a VAT number bears the exemption of small enterprises.
 */
export function vatOfSale(
  line: { readonly rateBps: number; readonly accountable: Accountable },
  seller: { readonly countryCode: string } | null,
): SaleVat {
  if (line.accountable === "importer") return { category: "O", rateBps: 0, reason: "import" }
  if (line.rateBps > 0) return { category: "S", rateBps: line.rateBps, reason: null }
  if (line.accountable !== "seller" || seller === null) return { category: "Z", rateBps: 0, reason: null }
  const country = seller.countryCode.toLowerCase()
  const french = country === "fr" || country === "mc" || !inEu(country)
  return { category: "E", rateBps: 0, reason: french ? "small_business" : "small_business_eu" }
}
