import type { MedusaContainer } from "@medusajs/framework/types"
import { paymentProviderOf, retailerOf } from "@gondola/marketplace"

/** What the shop needs before its first cart; nothing secret. */
export interface StorefrontConfig {
  readonly publishableKey: string
  readonly regionId: string
  readonly salesChannelId: string
  readonly countryCode: string
  readonly currency: string
  readonly retailerName: string
  readonly cardPayments: boolean
}

/** @throws NOT_SET_UP before the retailer is */
export async function readStorefrontConfig(scope: MedusaContainer): Promise<StorefrontConfig> {
  const { name, setup } = await retailerOf(scope)
  const { publishableKey, regionId, salesChannelId, countryCode, currency } = setup
  const cardPayments = paymentProviderOf(scope) !== "pp_system_default"
  return { publishableKey, regionId, salesChannelId, countryCode, currency, retailerName: name, cardPayments }
}
