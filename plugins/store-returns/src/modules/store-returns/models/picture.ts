import { model } from "@medusajs/framework/utils"

/** A picture of goods, kept for 90 days; never part of a list. */
const Picture = model.define(
  { name: "Picture", tableName: "store_return_picture" },
  {
    id: model.id({ prefix: "photo" }).primaryKey(),
    return_id: model.text(),
    mime: model.text(),
    base64: model.text(),
    taken_at: model.dateTime(),
  },
)

export default Picture
