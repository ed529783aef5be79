import {
  beginReceiveReturnWorkflow,
  beginReturnOrderWorkflow,
  confirmReturnReceiveWorkflow,
  confirmReturnRequestWorkflow,
  receiveItemReturnRequestWorkflow,
  requestItemReturnWorkflow,
} from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { RETURN_MARK } from "../settlement/medusa-progress"
import { createQuarantineLevelsStep } from "./steps/create-quarantine-levels"

export interface GoodsBack {
  readonly storeReturnId: string
  readonly orderId: string
  readonly quarantineLocationId: string
  readonly inventoryItemIds: readonly string[]
  /** Order lines, each once. */
  readonly items: readonly { readonly id: string; readonly quantity: number }[]
}

/**
 * One Medusa return with one receipt into the shop's quarantine. All in one call: an order change that stays open blocks
 * every other seller of the order. Every unit is received, whatever its grade, so that stock and bags always agree.
 */
export const takeBackGoodsWorkflow = createWorkflow("take-back-goods", (input: GoodsBack) => {
  createQuarantineLevelsStep({ locationId: input.quarantineLocationId, inventoryItemIds: input.inventoryItemIds })
  const begun = beginReturnOrderWorkflow.runAsStep({
    input: transform({ input }, ({ input: goods }) => ({
      order_id: goods.orderId,
      location_id: goods.quarantineLocationId,
      metadata: { [RETURN_MARK]: goods.storeReturnId },
    })),
  })
  const ofReturn = transform({ begun }, (data) => ({ return_id: data.begun.return_id as string }))
  const withItems = transform({ begun, input }, (data) => ({
    return_id: data.begun.return_id as string,
    items: data.input.items.map((item) => ({ ...item })),
  }))
  requestItemReturnWorkflow.runAsStep({ input: withItems })
  confirmReturnRequestWorkflow.runAsStep({ input: ofReturn })
  beginReceiveReturnWorkflow.runAsStep({ input: ofReturn })
  receiveItemReturnRequestWorkflow.runAsStep({ input: withItems })
  confirmReturnReceiveWorkflow.runAsStep({ input: ofReturn })
  return new WorkflowResponse(ofReturn)
})
