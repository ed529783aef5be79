import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export const databaseOf = (container: Pick<MedusaContainer, "resolve">): Knex =>
  container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Knex
