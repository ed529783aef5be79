import { MedusaService } from "@medusajs/framework/utils"
import { type MarketplaceOptions, parseOptions } from "../../options"
import { tables } from "./tables"

/** Rows of the marketplace. What it decides lives in the pure folders; what it does, in workflows. */
export default class MarketplaceModuleService extends MedusaService(tables) {
  /** In one object: Medusa wraps every function that it finds on a service. */
  readonly parts: MarketplaceOptions

  constructor(cradle: object, given: unknown) {
    // Medusa's base class reads its own arguments.
    super(cradle, given)
    this.parts = parseOptions(given)
  }
}
