export * from "./errors"
export { BASES, GRADES, REASONS, type Basis, type Grade, type Reason } from "./eligibility/types"
export { WITHDRAWAL_EXCEPTIONS, type WithdrawalException } from "./eligibility/exceptions"
export { withdrawalDeadline } from "./eligibility/withdrawal-clock"
export { isCode } from "./codes/codes"
export { type StoreReturnState } from "./state/machine"
export { DISPOSITIONS, type Disposition, type Place } from "./state/disposition"
export { STORE_RETURNS_MODULE } from "./modules/store-returns"
export type {
  default as StoreReturnsModuleService,
  ShopRow,
  StaffRow,
  StoreReturnRow,
} from "./modules/store-returns/service"
export { shopStaffAccount } from "./desk/staff-account"
export { createShop, type ShopInput } from "./workflows/create-shop"
export { createStaff, type StaffInput } from "./workflows/create-staff"
export { stockShop, type ShopStock } from "./settlement/stock-shop"
export { finishInterruptedReturns } from "./settlement/finish-interrupted"
export { returnsAudit } from "./audit/returns-audit"
export { crossChannel, returnAlert } from "./figures/return-figures"
export { findReturns } from "./portal-search/find-returns"
export { storeReturnsGraphql } from "./graphql"
