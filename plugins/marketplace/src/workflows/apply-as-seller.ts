import { setAuthAppMetadataStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import { checkedApplication, type SellerApplication } from "../sellers/application/application"
import { openMemberIdentityStep } from "./steps/open-member-identity"
import { recordApplicationStep } from "./steps/record-application"

export const applyAsSellerWorkflow = createWorkflow("apply-as-seller", (input: SellerApplication) => {
  const identityId = openMemberIdentityStep(
    transform({ input }, ({ input }) => ({ email: input.email, password: input.password })),
  )
  const made = recordApplicationStep(transform({ input }, ({ input: { password: _, ...rest } }) => rest))
  setAuthAppMetadataStep({
    authIdentityId: identityId,
    actorType: "seller_member",
    value: transform({ made }, ({ made }) => made.memberId),
  })
  return new WorkflowResponse(made)
})

export interface Applied {
  readonly sellerId: string
  readonly memberId: string
}

/** @throws what `checkedApplication` throws | CONFLICT | EMAIL_NOT_USABLE */
export async function applyAsSeller(container: MedusaContainer, input: SellerApplication): Promise<Applied> {
  const { result } = await applyAsSellerWorkflow(container).run({ input: checkedApplication(input) })
  return result
}
