import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { knexOf } from "../../modules/marketplace/resolve"
import { moveSeller } from "../../sellers/move-seller"
import type { SellerChange } from "../../sellers/seller-changes"
import { moveOf } from "../../sellers/seller-changes"

/**
 * The state, its event, the trail, the statement and the letter in one transaction. Nothing is taken back: only the shelf
 * comes after it, and that follows by the clock if it is cut off here.
 */
export const changeSellerStateStep = createStep("change-seller-state", async (change: SellerChange, { container }) => {
  const row = await knexOf(container).transaction((trx) => moveSeller(container, moveOf(change), trx))
  return new StepResponse(row.id)
})
