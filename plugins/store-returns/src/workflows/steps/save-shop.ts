import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { storeReturnsOf } from "../../modules/store-returns/resolve"

export interface NewShop {
  readonly handle: string
  readonly name: string
  readonly address: string
  readonly postal_code: string
  readonly city: string
  readonly hours: Record<string, unknown>
  readonly sellable_location_id: string
  readonly quarantine_location_id: string
  readonly cage_location_id: string
}

export const saveShopStep = createStep(
  "save-shop",
  async (shop: NewShop, { container }) => {
    const saved = await storeReturnsOf(container).createShops(shop)
    return new StepResponse(saved, saved.id)
  },
  async (id, { container }) => {
    if (id) await storeReturnsOf(container).deleteShops(id)
  },
)
