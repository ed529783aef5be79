import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type MarketplaceModuleService from "./service"

export const marketplaceOf = (container: Pick<MedusaContainer, "resolve">): MarketplaceModuleService =>
  container.resolve("marketplace")

export const knexOf = (container: Pick<MedusaContainer, "resolve">): Knex =>
  container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
