import type { MedusaContainer } from "@medusajs/framework/types"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { badInput } from "@gondola/kit"
import { withSellerLock } from "../sellers/with-seller-lock"
import type { SellerState } from "../sellers/seller-row"
import { alignSellerShelfStep } from "./steps/align-seller-shelf"
import { changeSellerStateStep } from "./steps/change-seller-state"

export interface SellerWithdrawal {
  readonly sellerId: string
  readonly actor: string
  /** Told to the seller (P2B art. 4). */
  readonly reason: string
}

const FROM: Record<"rejected" | "suspended", readonly SellerState[]> = {
  rejected: ["applied"],
  suspended: ["active"],
}

/** Takes a seller off the shelf; its orders and returns go on. */
export const withdrawSellerWorkflow = createWorkflow(
  "withdraw-seller",
  (input: SellerWithdrawal & { to: "rejected" | "suspended" }) => {
    changeSellerStateStep(transform({ input }, ({ input }) => ({ ...input, from: FROM[input.to] })))
    return new WorkflowResponse(alignSellerShelfStep(input.sellerId))
  },
)

/** @throws NOT_FOUND | SELLER_STATE | BAD_INPUT without a reason */
export const suspendSeller = (container: MedusaContainer, input: SellerWithdrawal): Promise<void> =>
  withdraw(container, input, "suspended")

/** @throws NOT_FOUND | SELLER_STATE | BAD_INPUT without a reason */
export const rejectSeller = (container: MedusaContainer, input: SellerWithdrawal): Promise<void> =>
  withdraw(container, input, "rejected")

async function withdraw(
  container: MedusaContainer,
  input: SellerWithdrawal,
  to: "rejected" | "suspended",
): Promise<void> {
  const reason = input.reason.trim()
  if (!reason) throw badInput("Give the reason: the seller is told")
  await withSellerLock(container, input.sellerId, () =>
    withdrawSellerWorkflow(container).run({ input: { ...input, reason, to } }),
  )
}
