import type { MedusaContainer } from "@medusajs/framework/types"
import { SPONSORED_PLACEMENT_MODULE } from "."
import type SponsoredPlacementModuleService from "./service"

export const sponsoredOf = (container: Pick<MedusaContainer, "resolve">): SponsoredPlacementModuleService =>
  container.resolve(SPONSORED_PLACEMENT_MODULE)
