import { model } from "@medusajs/framework/utils"

/** A person who may enter a seller's room; Medusa's auth knows it as actor `seller_member`. */
const SellerMember = model.define(
  { name: "SellerMember", tableName: "marketplace_seller_member" },
  {
    id: model.id({ prefix: "selmem" }).primaryKey(),
    seller_id: model.text(),
    email: model.text(),
    name: model.text(),
    role: model.enum(["owner", "catalogue", "orders", "finance", "read_only"]).default("owner"),
    /** Letters to this member are written in it; null: in the seller's. */
    locale: model.enum(["fr", "en"]).nullable(),
  },
)

export default SellerMember
