import { GondolaError } from "@gondola/kit"

export type SponsoredErrorCode =
  /** Forged, of another key or without that slot: it counts nothing. */
  | "AD_TOKEN_INVALID"
  | "AD_TOKEN_EXPIRED"
  | "CAMPAIGN_STATE"
  | "CAMPAIGN_PRODUCT"
  | "CAMPAIGN_BID"
  | "CAMPAIGN_BUDGET"
  | "TOP_UP_AMOUNT"
  | "ADVERTISER_EXISTS"

export const sponsoredError = (
  code: SponsoredErrorCode,
  message: string,
  details?: Record<string, unknown>,
): GondolaError<SponsoredErrorCode> => new GondolaError(code, message, details ? { details } : {})
