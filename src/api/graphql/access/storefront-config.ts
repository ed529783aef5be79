import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { GondolaError } from "@gondola/kit"

export type StorefrontErrorCode = "SHOP_NOT_SET_UP"

export interface StorefrontConfig {
  readonly publishableKey: string
  readonly regionId: string
  readonly salesChannelId: string
  readonly countryCode: string
  readonly currency: string
  readonly retailerName: string
}

/** @throws SHOP_NOT_SET_UP while the retailer has no region, channel or publishable key */
export async function readStorefrontConfig(scope: MedusaContainer): Promise<StorefrontConfig> {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const [stores, keys] = await Promise.all([
    query.graph({ entity: "store", fields: ["name", "default_region_id", "default_sales_channel_id"] }),
    scope.resolve(Modules.API_KEY).listApiKeys({ type: "publishable" }),
  ])
  const store = stores.data[0]
  const regionId = store?.default_region_id
  const salesChannelId = store?.default_sales_channel_id
  const key = keys.find((candidate) => !candidate.revoked_at)
  if (!store || !regionId || !salesChannelId || !key)
    throw new GondolaError<StorefrontErrorCode>("SHOP_NOT_SET_UP", "The shop has no region, channel or key yet")
  const regions = await query.graph({
    entity: "region",
    fields: ["currency_code", "countries.iso_2"],
    filters: { id: regionId },
  })
  const region = regions.data[0]
  return {
    publishableKey: key.token,
    regionId,
    salesChannelId,
    countryCode: region?.countries?.[0]?.iso_2 ?? "fr",
    currency: (region?.currency_code ?? "eur").toUpperCase(),
    retailerName: store.name,
  }
}
