import type { MedusaContainer } from "@medusajs/framework/types"
import type StoreReturnsModuleService from "./service"
import { STORE_RETURNS_MODULE } from "./index"

export const storeReturnsOf = (container: Pick<MedusaContainer, "resolve">): StoreReturnsModuleService =>
  container.resolve(STORE_RETURNS_MODULE)
