import type { MedusaContainer } from "@medusajs/framework/types"
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { badInput } from "@gondola/kit"
import type { SellerChange } from "../sellers/seller-changes"
import type { Ground } from "../sellers/standing/statement"
import { withSellerLock } from "../sellers/with-seller-lock"
import { alignSellerShelfStep } from "./steps/align-seller-shelf"
import { changeSellerStateStep } from "./steps/change-seller-state"

export interface SellerWithdrawal {
  readonly sellerId: string
  /** A user's id; `system` and the rule's name where a rule decides (service levels). */
  readonly actor: string
  /** Told to the seller (P2B art. 4). */
  readonly reason: string
  readonly ground?: Ground
  readonly noticeId?: string | null
}

/** Takes a seller off the shelf; its orders and returns go on. */
export const withdrawSellerWorkflow = createWorkflow("withdraw-seller", (input: SellerChange) => {
  changeSellerStateStep(input)
  return new WorkflowResponse(alignSellerShelfStep(input.sellerId))
})

/** @throws NOT_FOUND | SELLER_STATE | BAD_INPUT without a reason */
export const suspendSeller = (container: MedusaContainer, input: SellerWithdrawal): Promise<void> =>
  withdraw(container, input, "suspend")

/** @throws NOT_FOUND | SELLER_STATE | BAD_INPUT without a reason */
export const rejectSeller = (container: MedusaContainer, input: SellerWithdrawal): Promise<void> =>
  withdraw(container, input, "reject")

/** The file goes back to the applicant to be corrected. @throws NOT_FOUND | SELLER_STATE | BAD_INPUT without a reason */
export const sendApplicationBack = (container: MedusaContainer, input: SellerWithdrawal): Promise<void> =>
  withdraw(container, input, "ask_again")

async function withdraw(
  container: MedusaContainer,
  { sellerId, actor, reason: given, ground, noticeId }: SellerWithdrawal,
  deed: SellerChange["deed"],
): Promise<void> {
  const reason = given.trim()
  if (!reason) throw badInput("Give the reason: the seller is told", { field: "reason" })
  const by = actor.startsWith("system")
    ? ({ type: "SYSTEM", id: actor } as const)
    : ({ type: "OPERATOR", id: actor } as const)
  await withSellerLock(container, sellerId, () =>
    withdrawSellerWorkflow(container).run({ input: { sellerId, deed, actor: by, reason, ground, noticeId } }),
  )
}
