import { GondolaError, type CommonErrorCode } from "@gondola/kit"

/** Everything the counter may answer besides the common codes. */
export type StoreReturnsErrorCode =
  | CommonErrorCode
  | "DESK_LOCKED"
  | "WRONG_PIN"
  | "PIN_LOCKED"
  | "ORDER_NOT_FOUND"
  | "ORDER_HELD"
  | "LEASE_EXPIRED"
  | "NOT_RETURNABLE"
  | "NOT_ELIGIBLE"
  | "QUANTITY_NOT_FREE"
  | "DEDUCTION_NOT_ALLOWED"
  | "PHOTO_REQUIRED"
  | "PHOTO_REFUSED"
  | "APPROVAL_NEEDED"
  | "QUOTE_STALE"
  | "WRONG_STATE"
  | "REFUND_ABOVE_PAID"
  | "SETTLEMENT_UNFINISHED"
  | "DISPOSITION_NOT_ALLOWED"
  | "WITHDRAWAL_CLOSED"

export const storeReturnError = (
  code: StoreReturnsErrorCode,
  message: string,
  details?: Record<string, unknown>,
): GondolaError<StoreReturnsErrorCode> => new GondolaError(code, message, details ? { details } : {})
