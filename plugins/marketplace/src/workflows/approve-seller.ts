import type { MedusaContainer } from "@medusajs/framework/types"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { notFound } from "@gondola/kit"
import type { DeliveryPrices } from "../delivery/set-up-delivery"
import { marketplaceError } from "../errors"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { readSellerFacts } from "../sellers/read-facts"
import { movesFrom, stateAfter } from "../sellers/states"
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
  giveSellerDeliveryStep(transform({ input }, ({ input }) => ({ sellerId: input.sellerId, prices: input.delivery })))
  changeSellerStateStep(
    transform({ input }, ({ input }) => ({
      sellerId: input.sellerId,
      deed: "approve" as const,
      actor: { type: "OPERATOR" as const, id: input.actor },
      reason: null,
    })),
  )
  return new WorkflowResponse(alignSellerShelfStep(input.sellerId))
})

/** @throws NOT_FOUND | SELLER_STATE | REQUIREMENTS_OPEN while a paper of the checklist is not accepted */
export async function approveSeller(container: MedusaContainer, input: SellerApproval): Promise<void> {
  await withSellerLock(container, input.sellerId, async () => {
    const [seller] = await marketplaceOf(container).listSellers({ id: input.sellerId })
    if (!seller) throw notFound("This seller")
    if (!movesFrom(seller.state).includes("lift")) stateAfter(seller.state, "approve")
    const facts = (await readSellerFacts(container, [seller])).get(seller.id)
    const open = facts?.gates.filter((gate) => gate.startsWith("requirement_")) ?? []
    if (seller.state === "in_review" && open.length > 0)
      throw marketplaceError(
        "REQUIREMENTS_OPEN",
        `Not accepted yet: ${open.map((gate) => gate.slice("requirement_".length)).join(", ")}`,
        { missing: open },
      )
    await approveSellerWorkflow(container).run({ input })
  })
}
