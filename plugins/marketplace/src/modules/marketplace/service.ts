import { MedusaService } from "@medusajs/framework/utils"
import { tables } from "./tables"

/** Rows of the marketplace. What it decides lives in the pure folders; what it does, in workflows. */
export default class MarketplaceModuleService extends MedusaService(tables) {}
