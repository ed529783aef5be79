import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { pendingMicros } from "../../settlement/pending-difference"
import { creditedFor } from "../../settlement/credit-lines"
import type { PayBack } from "../pay-back"

const MICROS_PER_CENT = 10_000

/**
 * What Medusa believes is owed beyond our refund of the goods: deductions, and the fractions of cents its discounts
 * leave. Decimal, as Medusa takes it; 0 when an earlier run has written the credit line already.
 */
export const readKeptPartStep = createStep("read-kept-part", async (input: PayBack, { container }) => {
  return new StepResponse(await keptPart(container, input))
})

async function keptPart(container: MedusaContainer, input: PayBack): Promise<number> {
  if (await creditedFor(container, input.orderId, input.storeReturnId)) return 0
  const owed = -(await pendingMicros(container, input.orderId))
  return Math.max(0, owed - input.goodsRefund * MICROS_PER_CENT) / 1e6
}
