import { model } from "@medusajs/framework/utils"

/** A third-party trader. The retailer itself is not a row here: it sells as seller `null`. */
const Seller = model.define(
  { name: "Seller", tableName: "marketplace_seller" },
  {
    id: model.id({ prefix: "sel" }).primaryKey(),
    handle: model.text(),
    name: model.text(),
    state: model.enum(["invited", "applied", "documents", "in_review", "active", "suspended", "rejected", "closed"]),
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
    legal_form: model.enum(["company", "sole_trader", "association"]).default("company"),
    /** Of the person or firm, for DAC7. */
    tax_id: model.text().nullable(),
    /** Letters to the seller are written in it. */
    locale: model.enum(["fr", "en"]).default("fr"),
    /** `{fr: {about, returns, delivery}, en: {…}}`, the seller's own words on its page. */
    presentation: model.json().default({}),
    eu_responsible: model.text().nullable(),
    self_certified: model.boolean(),
    accepts_shop_returns: model.boolean(),
    terms_accepted_at: model.dateTime().nullable(),
    applied_at: model.dateTime(),
    state_changed_at: model.dateTime(),
    /** Every gate was green when the shelf was aligned last. */
    on_sale: model.boolean().default(false),
    /** The operator gave notice: closed from then on. */
    closing_at: model.dateTime().nullable(),
    closed_at: model.dateTime().nullable(),
    /** Papers are kept until six months after the end (DSA art. 30). */
    papers_erased_at: model.dateTime().nullable(),
    // Medusa's side of the seller, made at approval.
    stock_location_id: model.text().nullable(),
    shipping_profile_id: model.text().nullable(),
    fulfillment_set_id: model.text().nullable(),
    service_zone_id: model.text().nullable(),
  },
)

export default Seller
