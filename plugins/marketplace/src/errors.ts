import { GondolaError, type CommonErrorCode } from "@gondola/kit"

/** Every code that this plugin answers of its own. */
export type MarketplaceErrorCode = CommonErrorCode | OfferErrorCode | SellerErrorCode | OrderErrorCode

export type OfferErrorCode = "UNKNOWN_GTIN" | "BAD_GTIN" | "BAD_PRICE" | "BAD_STOCK" | "OFFER_CLOSED" | "OFFER_GATES"

export type SellerErrorCode =
  | "SELLER_STATE"
  | "BAD_REGISTRATION_NUMBER"
  | "BAD_VAT_NUMBER"
  | "EMAIL_NOT_USABLE"
  | "TERMS_NOT_ACCEPTED"
  | "NOT_SET_UP"

export type OrderErrorCode =
  | "CART_INCOMPLETE"
  | "NOT_FOR_SALE"
  | "OUT_OF_STOCK"
  | "PAYMENT_REFUSED"
  | "ORDER_BUSY"
  | "ORDER_NOT_FOUND"
  | "SELLER_ORDER_STATE"
  | "NOTHING_TO_SHIP"
  | "REFUND_ABOVE_SALE"

export const marketplaceError = (
  code: MarketplaceErrorCode,
  message: string,
  details?: Readonly<Record<string, unknown>>,
): GondolaError<MarketplaceErrorCode> => new GondolaError(code, message, details ? { details } : {})
