export * from "./errors"
export { MARKETPLACE_MODULE } from "./modules/marketplace"
export type { default as MarketplaceModuleService } from "./modules/marketplace/service"
