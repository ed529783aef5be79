import { model } from "@medusajs/framework/utils"

/** The dated receipt of an online withdrawal; never changed once written. */
const WithdrawalDeclaration = model.define(
  { name: "WithdrawalDeclaration", tableName: "store_return_withdrawal" },
  {
    id: model.id({ prefix: "wdr" }).primaryKey(),
    order_id: model.text(),
    declared_at: model.dateTime(),
    refund_due_at: model.dateTime(),
    /** [{lineId, title, quantity}] */
    lines: model.json(),
  },
)

export default WithdrawalDeclaration
