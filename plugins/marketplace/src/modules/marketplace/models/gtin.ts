import { model } from "@medusajs/framework/utils"

/** A trade item number names one catalogue variant, for ever one; a variant may have several. */
const Gtin = model.define(
  { name: "Gtin", tableName: "marketplace_gtin" },
  {
    /** Normalised: 13 digits, 14 when it carries a packaging indicator. */
    gtin: model.text().primaryKey(),
    product_id: model.text(),
    variant_id: model.text(),
  },
)

export default Gtin
