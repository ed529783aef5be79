import type { MedusaContainer } from "@medusajs/framework/types"
import { retailerOf } from "@gondola/marketplace"

/** What the shop needs before its first cart; nothing secret. */
export interface StorefrontConfig {
  readonly publishableKey: string
  readonly regionId: string
  readonly salesChannelId: string
  readonly countryCode: string
  readonly currency: string
  readonly retailerName: string
}

/** @throws NOT_SET_UP before the retailer is */
export async function readStorefrontConfig(scope: MedusaContainer): Promise<StorefrontConfig> {
  const { name, setup } = await retailerOf(scope)
  const { publishableKey, regionId, salesChannelId, countryCode, currency } = setup
  return { publishableKey, regionId, salesChannelId, countryCode, currency, retailerName: name }
}
