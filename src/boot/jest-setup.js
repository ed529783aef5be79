// Suites of one process share MikroORM's metadata; a model that stays registered would be taken for a duplicate.
const { MetadataStorage } = require("@medusajs/framework/mikro-orm/core")

MetadataStorage.clear()
