import { GondolaError, type CommonErrorCode } from "@gondola/kit"

/** Every code that this plugin answers of its own. */
export type MarketplaceErrorCode =
  CommonErrorCode | PayoutErrorCode | OfferErrorCode | SellerErrorCode | OrderErrorCode | BillingErrorCode

export type BillingErrorCode = "CREDIT_ABOVE_INVOICE" | "DAC7_RATE"

export type OfferErrorCode =
  | "UNKNOWN_GTIN"
  | "BAD_GTIN"
  | "BAD_PRICE"
  | "BAD_STOCK"
  | "OFFER_CLOSED"
  | "OFFER_GATES"
  | "FALSE_BEFORE_PRICE"
  | ImportErrorCode

export type ImportErrorCode = "IMPORT_TOO_LARGE" | "BAD_ENCODING" | "BAD_FILE" | "IMPORT_BUSY"

export type SellerErrorCode =
  | "SELLER_STATE"
  | "BAD_REGISTRATION_NUMBER"
  | "BAD_VAT_NUMBER"
  | "EMAIL_NOT_USABLE"
  | "TERMS_NOT_ACCEPTED"
  | "BAD_IDENTIFIER"
  | "BAD_FILE"
  | "FILE_TOO_LARGE"
  | "REQUIREMENTS_OPEN"
  | "LAST_OWNER"
  | "INVITATION_OVER"
  | "NOTICE_PERIOD"
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
  | "DISPUTE_STATE"
  | "REFUND_PAID"

export type PayoutErrorCode = "PAYOUT_STATE" | "PAYOUT_ACCOUNT" | "PAYOUT_PROVIDER" | "WEBHOOK_SIGNATURE"

export const marketplaceError = (
  code: MarketplaceErrorCode,
  message: string,
  details?: Readonly<Record<string, unknown>>,
): GondolaError<MarketplaceErrorCode> => new GondolaError(code, message, details ? { details } : {})
