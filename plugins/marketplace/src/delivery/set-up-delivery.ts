import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { type Cents, cents, decimalOf } from "@gondola/kit"

/** What one trader asks for a delivery, VAT included. */
export interface DeliveryPrices {
  readonly standard: Cents
  readonly express: Cents
}

export const DEFAULT_DELIVERY: DeliveryPrices = { standard: cents(490), express: cents(990) }

export interface DeliveryTrader {
  readonly name: string
  readonly address: { street: string; postalCode: string; city: string; countryCode: string }
  /** Null is the retailer's warehouse. */
  readonly sellerId: string | null
}

export interface DeliverySetup {
  readonly stockLocationId: string
  readonly fulfillmentSetId: string
  readonly serviceZoneId: string
  readonly shippingProfileId: string
  readonly standardOptionId: string
  readonly expressOptionId: string
}

const FULFILMENT = "manual_manual"

/** Days from shipping to the door, promised with the option; the storefront reads them from its `data`. */
const DAYS = { standard: { minDays: 2, maxDays: 4 }, express: { minDays: 1, maxDays: 2 } }

/**
 * Everything Medusa needs so that a trader delivers on its own: a location, a profile, a zone and two options. Not
 * atomic; a caller that may run again looks first.
 */
export async function setUpDelivery(
  container: MedusaContainer,
  trader: DeliveryTrader,
  shop: { salesChannelId: string; countryCode: string; currency: string; prices: DeliveryPrices },
): Promise<DeliverySetup> {
  const fulfilment = container.resolve(Modules.FULFILLMENT)
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const suffix = trader.sellerId ?? "retailer"

  const location = await createLocation(container, trader)
  const profileId = await createProfile(container, trader, suffix)
  const set = await fulfilment.createFulfillmentSets({
    name: `delivery ${suffix}`,
    type: "shipping",
    service_zones: [
      { name: `zone ${suffix}`, geo_zones: [{ type: "country", country_code: shop.countryCode.toLowerCase() }] },
    ],
  })
  const zoneId = set.service_zones[0]?.id
  if (!zoneId) throw new Error("Medusa made a fulfilment set without its zone")
  await link.create([
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: location },
      [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
    },
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: location },
      [Modules.FULFILLMENT]: { fulfillment_provider_id: FULFILMENT },
    },
  ])
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: location, add: [shop.salesChannelId] },
  })
  const options = await createOptions(container, zoneId, profileId, shop)
  return {
    stockLocationId: location,
    fulfillmentSetId: set.id,
    serviceZoneId: zoneId,
    shippingProfileId: profileId,
    ...options,
  }
}

async function createLocation(container: MedusaContainer, trader: DeliveryTrader): Promise<string> {
  const { result } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: trader.name,
          address: {
            address_1: trader.address.street,
            postal_code: trader.address.postalCode,
            city: trader.address.city,
            country_code: trader.address.countryCode.toUpperCase(),
          },
          metadata: {
            gondola: trader.sellerId ? { kind: "seller", seller_id: trader.sellerId } : { kind: "warehouse" },
          },
        },
      ],
    },
  })
  return made(result[0]?.id, "stock location")
}

async function createProfile(container: MedusaContainer, trader: DeliveryTrader, suffix: string): Promise<string> {
  const type = trader.sellerId ? "seller" : "retailer"
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: `${trader.name} (${suffix})`, type }] },
  })
  return made(result[0]?.id, "shipping profile")
}

async function createOptions(
  container: MedusaContainer,
  zoneId: string,
  profileId: string,
  shop: { currency: string; prices: DeliveryPrices },
): Promise<{ standardOptionId: string; expressOptionId: string }> {
  const option = (code: "standard" | "express", label: string) => ({
    name: label,
    price_type: "flat" as const,
    provider_id: FULFILMENT,
    service_zone_id: zoneId,
    shipping_profile_id: profileId,
    type: { label, description: label, code },
    data: DAYS[code],
    prices: [{ currency_code: shop.currency.toLowerCase(), amount: decimalOf(shop.prices[code]) }],
    rules: [
      { attribute: "enabled_in_store", value: "true", operator: "eq" as const },
      { attribute: "is_return", value: "false", operator: "eq" as const },
    ],
  })
  const { result } = await createShippingOptionsWorkflow(container).run({
    input: [option("standard", "Standard"), option("express", "Express")],
  })
  const byName = new Map(result.map((made) => [made.name, made.id]))
  return {
    standardOptionId: made(byName.get("Standard"), "shipping option"),
    expressOptionId: made(byName.get("Express"), "shipping option"),
  }
}

function made(id: string | undefined, what: string): string {
  if (!id) throw new Error(`Medusa answered without the ${what} it was asked for`)
  return id
}
