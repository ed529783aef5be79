import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { storeReturnsOf } from "../../modules/store-returns/resolve"

export interface NewStaff {
  readonly shop_id: string
  readonly email: string
  readonly name: string
  readonly role: "clerk" | "manager"
  readonly pin_hash: string
}

export const saveStaffStep = createStep(
  "save-shop-staff",
  async (staff: NewStaff, { container }) => {
    const saved = await storeReturnsOf(container).createStaff(staff)
    return new StepResponse(saved, saved.id)
  },
  async (id, { container }) => {
    if (id) await storeReturnsOf(container).deleteStaff(id)
  },
)
