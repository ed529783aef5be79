import type { MedusaContainer } from "@medusajs/framework/types"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { DeliveryPrices } from "../delivery/set-up-delivery"
import { withSellerLock } from "../sellers/with-seller-lock"
import { alignSellerShelfStep } from "./steps/align-seller-shelf"
import { changeSellerStateStep } from "./steps/change-seller-state"
import { giveSellerDeliveryStep } from "./steps/give-seller-delivery"

export interface SellerApproval {
  readonly sellerId: string
  /** The user who decides. */
  readonly actor: string
  /** The seller's own prices of delivery; the house's when absent. */
  readonly delivery?: DeliveryPrices
}

/** Also lifts a suspension. */
export const approveSellerWorkflow = createWorkflow("approve-seller", (input: SellerApproval) => {
  changeSellerStateStep(
    transform({ input }, ({ input }) => ({
      sellerId: input.sellerId,
      moves: ["approve" as const, "lift" as const],
      actor: input.actor,
      reason: null,
    })),
  )
  giveSellerDeliveryStep(transform({ input }, ({ input }) => ({ sellerId: input.sellerId, prices: input.delivery })))
  return new WorkflowResponse(alignSellerShelfStep(input.sellerId))
})

/** @throws NOT_FOUND | SELLER_STATE */
export async function approveSeller(container: MedusaContainer, input: SellerApproval): Promise<void> {
  await withSellerLock(container, input.sellerId, () => approveSellerWorkflow(container).run({ input }))
}
