import { model } from "@medusajs/framework/utils"

/** A shop of the retailer with its three stock locations. */
const Shop = model.define(
  { name: "Shop", tableName: "store_return_shop" },
  {
    id: model.id({ prefix: "shop" }).primaryKey(),
    handle: model.text(),
    name: model.text(),
    address: model.text(),
    postal_code: model.text(),
    city: model.text(),
    /** One line a day. */
    hours: model.json(),
    sellable_location_id: model.text(),
    quarantine_location_id: model.text(),
    cage_location_id: model.text(),
  },
)

export default Shop
