import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { payBackWorkflow, type PayBack } from "./pay-back"
import { type GoodsBack, takeBackGoodsWorkflow } from "./take-back-goods"

export interface SettleInput {
  readonly goods: GoodsBack
  readonly money: PayBack
}

/** Goods in, deduction kept, money back: one workflow, so that a failure anywhere before the refund undoes all of it. */
export const settleStoreReturnWorkflow = createWorkflow("settle-store-return", (input: SettleInput) => {
  const goods = takeBackGoodsWorkflow.runAsStep({ input: transform({ input }, (data) => data.input.goods) })
  // Reads `goods` so that the money waits for them.
  const money = transform({ input, goods }, (data) => data.input.money)
  const refunded = payBackWorkflow.runAsStep({ input: money })
  return new WorkflowResponse(transform({ goods, refunded }, (data) => ({ ...data.goods, ...data.refunded })))
})
