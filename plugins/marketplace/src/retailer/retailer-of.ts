import type { MedusaContainer } from "@medusajs/framework/types"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import type { RetailerTrader } from "./trader"

/** Medusa's side of the house. */
export interface RetailerSetup {
  /** Lower case; the delivery zone of every option is this country. */
  readonly countryCode: string
  /** ISO 4217, upper case. */
  readonly currency: string
  readonly storeId: string
  readonly regionId: string
  readonly taxRegionId: string
  readonly salesChannelId: string
  /** Token for `x-publishable-api-key`. */
  readonly publishableKey: string
  readonly publishableKeyId: string
  /** The web warehouse. */
  readonly stockLocationId: string
  readonly fulfillmentSetId: string
  readonly serviceZoneId: string
  readonly shippingProfileId: string
  readonly standardOptionId: string
  readonly expressOptionId: string
}

export interface Retailer {
  readonly handle: string
  readonly name: string
  readonly trader: RetailerTrader
  readonly setup: RetailerSetup
}

/** @throws NOT_SET_UP before `setUpRetailer` */
export async function retailerOf(container: MedusaContainer): Promise<Retailer> {
  // Plain SQL on our own row: every read of a product needs it.
  const row = (await knexOf(container)("marketplace_retailer").where({ id: "retailer" }).first()) as
    Retailer | undefined
  if (!row) throw marketplaceError("NOT_SET_UP", "The retailer is not set up yet: run setUpRetailer first")
  const { handle, name, trader, setup } = row
  return { handle, name, trader, setup }
}
