import { model } from "@medusajs/framework/utils"
import { GRADES } from "../../../eligibility/types"

/** A labelled bag and where it is. */
const CustodyUnit = model.define(
  { name: "CustodyUnit", tableName: "store_return_custody_unit" },
  {
    id: model.id({ prefix: "bag" }).primaryKey(),
    bag_code: model.text(),
    shop_id: model.text(),
    return_id: model.text(),
    return_number: model.text(),
    return_line_id: model.text(),
    order_id: model.text(),
    order_line_id: model.text(),
    variant_id: model.text(),
    seller_id: model.text().nullable(),
    owner_name: model.text(),
    title: model.text(),
    quantity: model.number(),
    grade: model.enum([...GRADES]),
    place: model.enum(["quarantine", "cage", "sellable", "markdown", "recycled"]),
    since: model.dateTime(),
  },
)

export default CustodyUnit
