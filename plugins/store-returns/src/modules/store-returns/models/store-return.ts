import { model } from "@medusajs/framework/utils"
import { STATES } from "../../../state/machine"
import StoreReturnLine from "./store-return-line"

/** One visit of one customer with goods of one order. Amounts are cents. */
const StoreReturn = model.define(
  { name: "StoreReturn", tableName: "store_return" },
  {
    id: model.id({ prefix: "sret" }).primaryKey(),
    number: model.text().searchable(),
    shop_id: model.text(),
    staff_id: model.text(),
    clerk_name: model.text(),
    order_id: model.text(),
    order_number: model.number(),
    currency: model.text(),
    state: model.enum([...STATES]),
    idempotency_key: model.text(),
    opened_at: model.dateTime(),
    lease_until: model.dateTime(),
    goods: model.number().default(0),
    delivery: model.number().default(0),
    deduction: model.number().default(0),
    total: model.number().default(0),
    /** [{sellerId, traderName, refund}]: outbound deliveries that go back. */
    deliveries: model.json(),
    /** Why a manager must approve; set by the quote. */
    approval_reason: model.text().nullable(),
    approved_by: model.text().nullable(),
    approved_because: model.text().nullable(),
    signature: model.text().nullable(),
    /** The refund clock: the online declaration, else the visit. */
    refund_clock_from: model.dateTime().nullable(),
    refund_due_at: model.dateTime().nullable(),
    accepted_at: model.dateTime().nullable(),
    settled_at: model.dateTime().nullable(),
    medusa_return_id: model.text().nullable(),
    lines: model.hasMany(() => StoreReturnLine, { mappedBy: "store_return" }),
  },
)

export default StoreReturn
