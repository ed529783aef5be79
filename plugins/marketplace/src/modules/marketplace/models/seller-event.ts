import { model } from "@medusajs/framework/utils"

/** One transition of a seller's state: who, why, when. Append-only. */
const SellerEvent = model.define(
  { name: "SellerEvent", tableName: "marketplace_seller_event" },
  {
    id: model.id({ prefix: "selevt" }).primaryKey(),
    seller_id: model.text(),
    from_state: model.text().nullable(),
    to_state: model.text(),
    /** `applicant` or a user id. */
    actor: model.text(),
    reason: model.text().nullable(),
    at: model.dateTime(),
  },
)

export default SellerEvent
