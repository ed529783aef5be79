import CustodyUnit from "./models/custody-unit"
import DeskSession from "./models/desk-session"
import Picture from "./models/picture"
import Shop from "./models/shop"
import Staff from "./models/staff"
import StoreReturn from "./models/store-return"
import StoreReturnLine from "./models/store-return-line"
import WithdrawalDeclaration from "./models/withdrawal-declaration"

/** Every table of the module but the audit trail, which is append-only and has no generated methods. */
export const tables = {
  CustodyUnit,
  DeskSession,
  Picture,
  Shop,
  Staff,
  StoreReturn,
  StoreReturnLine,
  WithdrawalDeclaration,
}
