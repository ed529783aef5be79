import { model } from "@medusajs/framework/utils"

/**
 * A seller's offer on one catalogue variant. `product_id`, `variant_id` and `inventory_item_id` are its backing Medusa
 * product: there live the price that is charged and the stock that is true.
 */
const Offer = model.define(
  { name: "Offer", tableName: "marketplace_offer" },
  {
    id: model.id({ prefix: "offer" }).primaryKey(),
    seller_id: model.text(),
    sku: model.text(),
    gtin: model.text(),
    catalogue_product_id: model.text(),
    catalogue_variant_id: model.text(),
    product_id: model.text(),
    variant_id: model.text(),
    inventory_item_id: model.text(),
    condition: model.enum(["NEW", "REFURBISHED", "USED_LIKE_NEW", "USED_GOOD"]),
    state: model.enum(["draft", "pending", "active", "paused", "closed"]),
    /** Cents, VAT included: what the seller asked for last; Medusa's price of the backing variant says the same. */
    price: model.number(),
    currency: model.text(),
    lead_time_days: model.number(),
    /** Locks of the offer itself, such as `epr:textile`. */
    held_by: model.array().default([]),
  },
)

export default Offer
