import { model } from "@medusajs/framework/utils"

/** The house itself: one row, id `retailer`. */
const Retailer = model.define(
  { name: "Retailer", tableName: "marketplace_retailer" },
  {
    id: model.text().primaryKey(),
    handle: model.text(),
    name: model.text(),
    /** Trader block (DSA art. 30). */
    trader: model.json(),
    /** Ids of Medusa's store, region, channel, location, profile and options. */
    setup: model.json(),
  },
)

export default Retailer
