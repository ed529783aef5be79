import { model } from "@medusajs/framework/utils"

/** A third-party trader. The retailer itself is not a row here: it sells as seller `null`. */
const Seller = model.define(
  { name: "Seller", tableName: "marketplace_seller" },
  {
    id: model.id({ prefix: "sel" }).primaryKey(),
    handle: model.text(),
    name: model.text(),
    state: model.enum(["applied", "active", "suspended", "rejected", "closed"]),
    state_reason: model.text().nullable(),
    legal_name: model.text(),
    street: model.text(),
    postal_code: model.text(),
    city: model.text(),
    country_code: model.text(),
    email: model.text(),
    phone: model.text(),
    registration_number: model.text(),
    vat_number: model.text().nullable(),
    eu_responsible: model.text().nullable(),
    self_certified: model.boolean(),
    accepts_shop_returns: model.boolean(),
    terms_accepted_at: model.dateTime().nullable(),
    applied_at: model.dateTime(),
    state_changed_at: model.dateTime(),
    // Medusa's side of the seller, made at approval.
    stock_location_id: model.text().nullable(),
    shipping_profile_id: model.text().nullable(),
    fulfillment_set_id: model.text().nullable(),
    service_zone_id: model.text().nullable(),
  },
)

export default Seller
