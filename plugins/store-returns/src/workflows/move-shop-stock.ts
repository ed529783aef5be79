import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { moveStockStep, type StockMove } from "./steps/move-stock"

export const moveShopStockWorkflow = createWorkflow(
  "move-shop-stock",
  (input: StockMove) => new WorkflowResponse(moveStockStep(input)),
)
