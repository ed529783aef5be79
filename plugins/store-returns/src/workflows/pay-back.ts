import { createOrderCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { Cents } from "@gondola/kit"
import type { TenderRefund } from "../quote/tenders"
import { readKeptPartStep } from "./steps/read-kept-part"
import { refundTendersStep } from "./steps/refund-tenders"

export interface PayBack {
  readonly storeReturnId: string
  readonly orderId: string
  /** Goods less deductions; deliveries come on top. */
  readonly goodsRefund: Cents
  readonly refunds: readonly TenderRefund[]
}

/**
 * The deduction stays with the order as a credit line, then each payment gives back its part. The refund is the last
 * step, for money has no compensation.
 */
export const payBackWorkflow = createWorkflow("pay-back-store-return", (input: PayBack) => {
  const kept = readKeptPartStep(input)
  when("something-is-kept", { kept }, (data) => data.kept > 0).then(() => {
    createOrderCreditLinesWorkflow.runAsStep({
      input: transform({ input, kept }, (data) => ({
        id: data.input.orderId,
        credit_lines: [{ amount: -data.kept, reference: "store_return", reference_id: data.input.storeReturnId }],
      })),
    })
  })
  const refunded = refundTendersStep(input)
  return new WorkflowResponse(refunded)
})
