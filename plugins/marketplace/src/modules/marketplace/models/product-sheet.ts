import { model } from "@medusajs/framework/utils"

/** What the marketplace knows of a Medusa product beside Medusa: whose it is, English text, typed attributes, safety. */
const ProductSheet = model.define(
  { name: "ProductSheet", tableName: "marketplace_product_sheet" },
  {
    product_id: model.text().primaryKey(),
    /** Null: a catalogue product of the retailer. Set: the backing product of that seller's offer. */
    owner_seller_id: model.text().nullable(),
    /** Only on a backing product. */
    catalogue_product_id: model.text().nullable(),
    catalogue_variant_id: model.text().nullable(),
    brand: model.text().nullable(),
    part_number: model.text().nullable(),
    /** Gates of the listing that keep it from the shelf. */
    held_by: model.array().default([]),
    /** Other languages of variant titles, by variant id. */
    variant_words: model.json(),
    i18n: model.json(),
    attributes: model.json(),
    safety: model.json().nullable(),
    guarantee_months: model.number().default(24),
    released_at: model.dateTime().nullable(),
    source: model.text().nullable(),
    source_key: model.text().nullable(),
    content_hash: model.text().nullable(),
  },
)

export default ProductSheet
