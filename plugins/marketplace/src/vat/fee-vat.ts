import { cents, shareHalfUp, type Cents } from "@gondola/kit"
import { inEu, isVatNumberOf } from "./eu"
import { vatWithin } from "./vat-within"

/** Who receives the fee invoice. */
export interface FeeRecipient {
  /** Of its seat; ISO 3166-1 alpha-2, either case. */
  readonly countryCode: string
  readonly vatNumber: string | null
}

export type FeeVatTreatment =
  /** French VAT. */
  | "domestic"
  /** No VAT on the invoice; the recipient declares it («Autoliquidation»). */
  | "reverse_charge"
  /** Not subject to French VAT. */
  | "outside_eu"

export interface FeeVat {
  readonly treatment: FeeVatTreatment
  /** Basis points: 2000 is 20 %. */
  readonly rateBps: number
  /** Tax code of the ledger. */
  readonly taxCode: string
}

/** CGI art. 278 (normal rate) and 296, 1°, a (8.5 % in Guadeloupe, Martinique and Réunion). */
const FRENCH_RATES: Readonly<Record<string, number>> = { fr: 2000, mc: 2000, gp: 850, mq: 850, re: 850 }

/**
 * VAT on a commission or fee of the retailer (a French taxable person) to a seller.
 *
 * A service between businesses is taxed where the recipient is established (Directive 2006/112/EC art. 44, CGI art.
 * 259, 1°): in France French VAT, whether the seller charges VAT itself or not; elsewhere in the EU the recipient owes
 * it (art. 196, CGI art. 283-2), provided it shows a VAT number of its country (Implementing Regulation 282/2011 art.
 * 18, 1); without one it counts as a non-taxable person and the service is taxed in France (art. 45, CGI art. 259, 2°).
 * A trader outside the EU is a business by its registration, and the service lies outside French VAT (art. 44); Guyane
 * and Mayotte levy none (CGI art. 294).
 */
export function feeVat(recipient: FeeRecipient): FeeVat {
  const country = recipient.countryCode.toLowerCase()
  const french = FRENCH_RATES[country]
  if (french !== undefined) return { treatment: "domestic", rateBps: french, taxCode: `FR:${french}` }
  if (!inEu(country)) return { treatment: "outside_eu", rateBps: 0, taxCode: "OUT:0" }
  if (isVatNumberOf(country, recipient.vatNumber)) return { treatment: "reverse_charge", rateBps: 0, taxCode: "RC:0" }
  return { treatment: "domestic", rateBps: 2000, taxCode: "FR:2000" }
}

/** `included`: the agreed figure is what the seller bears in all. `added`: VAT comes on top of it. */
export type VatMode = "included" | "added"

export interface TaxedFee {
  readonly net: Cents
  readonly vat: Cents
  /** net + vat: what the seller bears. */
  readonly gross: Cents
}

/** Half a cent is rounded up. */
export function taxedFee(agreed: Cents, mode: VatMode, rateBps: number): TaxedFee {
  const vat = mode === "added" ? shareHalfUp(agreed, rateBps) : vatWithin(agreed, rateBps)
  const net = mode === "added" ? agreed : cents(agreed - vat)
  return { net, vat, gross: cents(net + vat) }
}
