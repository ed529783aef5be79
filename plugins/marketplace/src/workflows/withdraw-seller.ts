import type { MedusaContainer } from "@medusajs/framework/types"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { badInput } from "@gondola/kit"
import { withSellerLock } from "../sellers/with-seller-lock"
import type { Move } from "../sellers/states"
import { alignSellerShelfStep } from "./steps/align-seller-shelf"
import { changeSellerStateStep } from "./steps/change-seller-state"

export interface SellerWithdrawal {
  readonly sellerId: string
  readonly actor: string
  /** Told to the seller (P2B art. 4). */
  readonly reason: string
}

/** Takes a seller off the shelf; its orders and returns go on. */
export const withdrawSellerWorkflow = createWorkflow("withdraw-seller", (input: SellerWithdrawal & { move: Move }) => {
  changeSellerStateStep(transform({ input }, ({ input }) => ({ ...input, moves: [input.move] })))
  return new WorkflowResponse(alignSellerShelfStep(input.sellerId))
})

/** @throws NOT_FOUND | SELLER_STATE | BAD_INPUT without a reason */
export const suspendSeller = (container: MedusaContainer, input: SellerWithdrawal): Promise<void> =>
  withdraw(container, input, "suspend")

/** @throws NOT_FOUND | SELLER_STATE | BAD_INPUT without a reason */
export const rejectSeller = (container: MedusaContainer, input: SellerWithdrawal): Promise<void> =>
  withdraw(container, input, "reject")

async function withdraw(container: MedusaContainer, input: SellerWithdrawal, move: Move): Promise<void> {
  const reason = input.reason.trim()
  if (!reason) throw badInput("Give the reason: the seller is told")
  await withSellerLock(container, input.sellerId, () =>
    withdrawSellerWorkflow(container).run({ input: { ...input, reason, move } }),
  )
}
