import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { alignShelf } from "../../offers/align-shelf"

/** Always the last step: it derives all it writes, so that there is nothing to take back. */
export const alignSellerShelfStep = createStep("align-seller-shelf", async (sellerId: string, { container }) => {
  await alignShelf(container, sellerId)
  return new StepResponse(sellerId)
})
