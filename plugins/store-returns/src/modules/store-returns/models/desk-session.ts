import { model } from "@medusajs/framework/utils"

/** An unlocked desk. The token itself is never stored. */
const DeskSession = model.define(
  { name: "DeskSession", tableName: "store_return_desk_session" },
  {
    id: model.id({ prefix: "desk" }).primaryKey(),
    staff_id: model.text(),
    shop_id: model.text(),
    token_hash: model.text(),
    expires_at: model.dateTime(),
    ended_at: model.dateTime().nullable(),
    /** Orders found by two factors in this session: only these can be opened. */
    found_order_ids: model.json(),
  },
)

export default DeskSession
