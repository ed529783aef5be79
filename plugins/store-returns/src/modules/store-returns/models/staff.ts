import { model } from "@medusajs/framework/utils"

/** A person at the counter; Medusa's auth knows it as actor `shop_staff`. */
const Staff = model.define(
  { name: "Staff", tableName: "store_return_staff" },
  {
    id: model.id({ prefix: "staff" }).primaryKey(),
    shop_id: model.text(),
    email: model.text(),
    name: model.text(),
    role: model.enum(["clerk", "manager"]),
    pin_hash: model.text(),
    /** Wrong PINs in a row; five lock the PIN. */
    pin_failures: model.number().default(0),
    pin_locked_until: model.dateTime().nullable(),
  },
)

export default Staff
