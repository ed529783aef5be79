import { model } from "@medusajs/framework/utils"
import { BASES, GRADES, REASONS } from "../../../eligibility/types"
import { DISPOSITIONS } from "../../../state/disposition"
import StoreReturn from "./store-return"

/** Goods of one order line in one grade: one bag. Amounts are cents. */
const StoreReturnLine = model.define(
  { name: "StoreReturnLine", tableName: "store_return_line" },
  {
    id: model.id({ prefix: "sretl" }).primaryKey(),
    store_return: model.belongsTo(() => StoreReturn, { mappedBy: "lines" }),
    position: model.number(),
    order_line_id: model.text(),
    seller_id: model.text().nullable(),
    trader_name: model.text(),
    variant_id: model.text(),
    title: model.text(),
    image: model.text().nullable(),
    category_handles: model.json(),
    quantity: model.number(),
    basis: model.enum([...BASES]),
    reason: model.enum([...REASONS]),
    grade: model.enum([...GRADES]),
    note: model.text().nullable(),
    photo_id: model.text().nullable(),
    deduction_percent: model.number(),
    goods: model.number(),
    deduction: model.number(),
    refund: model.number(),
    /** What settling gave back of the commission, and took from the seller. */
    commission_back: model.number().nullable(),
    seller_debit: model.number().nullable(),
    bag_code: model.text().nullable(),
    disposition: model.enum([...DISPOSITIONS]).nullable(),
    disposed_at: model.dateTime().nullable(),
  },
)

export default StoreReturnLine
