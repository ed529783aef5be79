import type { MedusaContainer } from "@medusajs/framework/types"
import { createStockLocationsWorkflow } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { badInput } from "@gondola/kit"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import type { ShopRow } from "../modules/store-returns/service"
import { saveShopStep } from "./steps/save-shop"

export interface ShopInput {
  readonly handle: string
  readonly name: string
  readonly address: string
  readonly postalCode: string
  readonly city: string
  /** One line a day, e.g. «lun.–sam. 9:30–19:00». */
  readonly hours: readonly string[]
}

const ROLES = ["sellable", "quarantine", "cage"] as const

/**
 * A shop and its three stock locations. None is linked to a sales channel: the web never reserves what lies in a shop,
 * and nothing in quarantine or in the cage can be sold at all.
 */
export const createShopWorkflow = createWorkflow("create-shop", (input: ShopInput) => {
  const locations = transform({ input }, ({ input: shop }) =>
    ROLES.map((role) => ({
      name: `${shop.name} (${role})`,
      address: { address_1: shop.address, postal_code: shop.postalCode, city: shop.city, country_code: "fr" },
      metadata: { gondola: { kind: "shop", shop: shop.handle, role } },
    })),
  )
  const created = createStockLocationsWorkflow.runAsStep({ input: { locations } })
  const row = transform({ input, created }, ({ input: shop, created: made }) => {
    const locationOf = (role: string): string =>
      made.find((location) => (location.metadata?.gondola as { role?: string } | undefined)?.role === role)?.id ?? ""
    return {
      handle: shop.handle,
      name: shop.name,
      address: shop.address,
      postal_code: shop.postalCode,
      city: shop.city,
      hours: [...shop.hours] as unknown as Record<string, unknown>,
      sellable_location_id: locationOf("sellable"),
      quarantine_location_id: locationOf("quarantine"),
      cage_location_id: locationOf("cage"),
    }
  })
  return new WorkflowResponse(saveShopStep(row))
})

/** The shop with this handle, made at the first call. @throws BAD_INPUT */
export async function createShop(container: MedusaContainer, input: ShopInput): Promise<ShopRow> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(input.handle))
    throw badInput("A shop's handle has lower-case letters and digits")
  const [before] = await storeReturnsOf(container).listShops({ handle: input.handle })
  if (before) return before
  const { result } = await createShopWorkflow(container).run({ input })
  return result
}
