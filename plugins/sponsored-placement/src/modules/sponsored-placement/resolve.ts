import type { MedusaContainer } from "@medusajs/framework/types"
import { SPONSORED_PLACEMENT_MODULE } from "."
import type SponsoredPlacementModuleService from "./service"
import type { SponsoredParts } from "./service"

export const sponsoredOf = (container: Pick<MedusaContainer, "resolve">): SponsoredParts =>
  container.resolve<SponsoredPlacementModuleService>(SPONSORED_PLACEMENT_MODULE).parts
