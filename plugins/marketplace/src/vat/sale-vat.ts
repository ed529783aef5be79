import { type Cents } from "@gondola/kit"
import { inEu } from "./eu"

/** Who declares the VAT of a sale. */
export type Accountable =
  /** The retailer, on its own goods. */
  | "retailer"
  | "seller"
  /** The retailer in the seller's stead, as deemed supplier. */
  | "platform"
  /** Whoever imports: above the threshold the sale itself bears no French VAT of ours. */
  | "importer"

export interface SaleOfGoods {
  /** Null: the retailer's own. */
  readonly seller: {
    readonly countryCode: string
    /** Where the goods leave from. */ readonly dispatchCountry: string
  } | null
  /** Goods of this seller in this order, without VAT and delivery, in euro cents. */
  readonly consignmentValue: Cents
}

/** Intrinsic value of a consignment up to which the marketplace is the deemed supplier. */
export const IMPORT_THRESHOLD_EUR = 15_000

/**
 * Directive 2006/112/EC art. 14a (CGI art. 256, V bis): a marketplace that facilitates a sale to a consumer counts as
 * seller (1) of goods imported from outside the EU in consignments of at most 150 €, whoever sells them, and (2) of goods
 * within the EU sold by a trader that is not established there, whatever their value. Intrinsic value: goods without VAT
 * and without separately shown delivery (Delegated Regulation 2015/2446 art. 1, 48).
 */
export function accountableFor(sale: SaleOfGoods): Accountable {
  if (sale.seller === null) return "retailer"
  if (!inEu(sale.seller.dispatchCountry)) return sale.consignmentValue <= IMPORT_THRESHOLD_EUR ? "platform" : "importer"
  return inEu(sale.seller.countryCode) ? "seller" : "platform"
}
