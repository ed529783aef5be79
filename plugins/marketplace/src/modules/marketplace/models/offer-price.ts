import { model } from "@medusajs/framework/utils"

/**
 * What an offer has cost since when; append-only, read for the lowest price of the prior 30 days. The subject is an
 * offer id, or the variant id for the retailer's own offer.
 */
const OfferPrice = model.define(
  { name: "OfferPrice", tableName: "marketplace_offer_price" },
  {
    id: model.id({ prefix: "oprice" }).primaryKey(),
    subject_id: model.text(),
    /** Cents, VAT included. */
    price: model.number(),
    currency: model.text(),
    /** False while the offer was not on sale: such a price announces no reduction. */
    applied: model.boolean().default(true),
    valid_from: model.dateTime(),
  },
)

export default OfferPrice
