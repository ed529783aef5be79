import { Module } from "@medusajs/framework/utils"
import { addPrivacyContributor, addPrivacySubject } from "@gondola/marketplace"
import { brandPrivacy, findBrandMember } from "../../privacy/brand-privacy"
import SponsoredPlacementModuleService from "./service"

export const SPONSORED_PLACEMENT_MODULE = "sponsored_placement"

export default Module(SPONSORED_PLACEMENT_MODULE, { service: SponsoredPlacementModuleService })

// Here, because a module is loaded by a server and by a worker alike.
addPrivacyContributor(brandPrivacy)
addPrivacySubject("BRAND_MEMBER", findBrandMember)
