import { Module } from "@medusajs/framework/utils"
import SponsoredPlacementModuleService from "./service"

export const SPONSORED_PLACEMENT_MODULE = "sponsored_placement"

export default Module(SPONSORED_PLACEMENT_MODULE, { service: SponsoredPlacementModuleService })
