import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createStoresWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
} from "@medusajs/medusa/core-flows"
import { slug } from "../catalogue/slug"
import { DEFAULT_DELIVERY, setUpDelivery, type DeliveryPrices } from "../delivery/set-up-delivery"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { paymentProviderOf } from "../payouts/provider/provider-of"
import type { RetailerSetup } from "./retailer-of"
import type { RetailerTrader } from "./trader"

export interface RetailerInput {
  readonly name: string
  readonly trader: RetailerTrader
  readonly countryCode: "fr"
  readonly delivery?: DeliveryPrices
}

const CURRENCY = "EUR"
/** Percent, the French normal rate. */
const VAT = 20

/**
 * Makes the shop that Medusa needs: store, region with prices that include VAT, sales channel, publishable key, web
 * warehouse with two deliveries. Run again, it answers with what is there.
 */
export async function setUpRetailer(container: MedusaContainer, input: RetailerInput): Promise<RetailerSetup> {
  const marketplace = marketplaceOf(container)
  const [before] = await marketplace.listRetailers({ id: "retailer" })
  if (before) return before.setup as unknown as RetailerSetup

  const salesChannelId = await salesChannel(container, input.name)
  const regionId = await region(container, input.countryCode)
  const taxRegionId = await taxRegion(container, input.countryCode)
  const key = await publishableKey(container, salesChannelId)
  const delivery = await setUpDelivery(
    container,
    {
      name: `${input.name} (entrepôt web)`,
      address: { ...input.trader, countryCode: input.countryCode },
      sellerId: null,
    },
    { salesChannelId, countryCode: input.countryCode, currency: CURRENCY, prices: input.delivery ?? DEFAULT_DELIVERY },
  )
  const storeId = await store(container, input.name, { salesChannelId, regionId, locationId: delivery.stockLocationId })
  const setup: RetailerSetup = {
    countryCode: input.countryCode,
    currency: CURRENCY,
    storeId,
    regionId,
    taxRegionId,
    salesChannelId,
    publishableKey: key.token,
    publishableKeyId: key.id,
    ...delivery,
  }
  await marketplace.createRetailers({
    id: "retailer",
    handle: slug(input.name),
    name: input.name,
    trader: { ...input.trader },
    setup: { ...setup },
  })
  return setup
}

async function salesChannel(container: MedusaContainer, name: string): Promise<string> {
  const [found] = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels({ name })
  if (found) return found.id
  const { result } = await createSalesChannelsWorkflow(container).run({ input: { salesChannelsData: [{ name }] } })
  return result[0]!.id
}

async function region(container: MedusaContainer, countryCode: string): Promise<string> {
  const name = "France"
  const [found] = await container.resolve(Modules.REGION).listRegions({ name })
  if (found) return found.id
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name,
          currency_code: CURRENCY.toLowerCase(),
          countries: [countryCode],
          payment_providers: [paymentProviderOf(container)],
          is_tax_inclusive: true,
          automatic_taxes: true,
        },
      ],
    },
  })
  return result[0]!.id
}

async function taxRegion(container: MedusaContainer, countryCode: string): Promise<string> {
  const [found] = await container.resolve(Modules.TAX).listTaxRegions({ country_code: countryCode })
  if (found) return found.id
  const { result } = await createTaxRegionsWorkflow(container).run({
    input: [
      {
        country_code: countryCode,
        provider_id: "tp_system",
        default_tax_rate: { name: "TVA 20 %", code: "fr-20", rate: VAT },
      },
    ],
  })
  return result[0]!.id
}

async function publishableKey(
  container: MedusaContainer,
  salesChannelId: string,
): Promise<{ id: string; token: string }> {
  const title = "Storefront"
  const keys = container.resolve(Modules.API_KEY)
  let [key] = await keys.listApiKeys({ title, type: "publishable" })
  if (!key) {
    const { result } = await createApiKeysWorkflow(container).run({
      input: { api_keys: [{ title, type: "publishable", created_by: "" }] },
    })
    key = result[0]!
  }
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: key.id, add: [salesChannelId] } })
  return { id: key.id, token: key.token }
}

/** Medusa makes a store of its own at its first start; that one becomes the retailer's. */
async function store(
  container: MedusaContainer,
  name: string,
  defaults: { salesChannelId: string; regionId: string; locationId: string },
): Promise<string> {
  const stores = container.resolve(Modules.STORE)
  const data = {
    name,
    supported_currencies: [{ currency_code: CURRENCY.toLowerCase(), is_default: true }],
    default_sales_channel_id: defaults.salesChannelId,
    default_region_id: defaults.regionId,
    default_location_id: defaults.locationId,
  }
  const id = await existingOrNewStore(container, data)
  await stores.updateStores(id, data)
  await currencyIncludesTax(container)
  return id
}

async function existingOrNewStore(
  container: MedusaContainer,
  data: { name: string; supported_currencies: { currency_code: string; is_default: boolean }[] },
): Promise<string> {
  const [found] = await container.resolve(Modules.STORE).listStores({}, { take: 1 })
  if (found) return found.id
  const { result } = await createStoresWorkflow(container).run({ input: { stores: [data] } })
  return result[0]!.id
}

async function currencyIncludesTax(container: MedusaContainer): Promise<void> {
  const pricing = container.resolve(Modules.PRICING)
  const rule = { attribute: "currency_code", value: CURRENCY.toLowerCase() }
  const [found] = await pricing.listPricePreferences(rule)
  if (found) await pricing.updatePricePreferences(found.id, { is_tax_inclusive: true })
  else await pricing.createPricePreferences({ ...rule, is_tax_inclusive: true })
}
