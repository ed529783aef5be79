import type { MedusaContainer } from "@medusajs/framework/types"
import { createOrderCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refundOnce as refundOnceOfPayment } from "@gondola/marketplace"
import type { TenderRefund } from "../../quote/tenders"
import { pendingMicros } from "../../settlement/pending-difference"
import { readPayments, refundNote, type PaymentRow } from "../../settlement/refunds"
import type { PayBack } from "../pay-back"

/**
 * One refund a payment, each recognised by its note: a second run pays nothing twice and only completes Medusa's books.
 * Once any money has moved this step no longer fails, for a failure would take back the goods of a refund that was paid;
 * what is missing then is found by the next run.
 */
export const refundTendersStep = createStep("refund-tenders", async (input: PayBack, { container }) => {
  let paid = 0
  for (const refund of input.refunds) {
    try {
      await refundOnce(container, input, refund)
      paid += 1
    } catch (error) {
      if (paid === 0 && !(await alreadyPaid(container, input, refund))) throw error
      return new StepResponse({ complete: false })
    }
  }
  await settleRest(container, input)
  return new StepResponse({ complete: true })
})

async function refundOnce(container: MedusaContainer, input: PayBack, refund: TenderRefund): Promise<void> {
  const [payment] = await readPayments(container, [refund.paymentId])
  await refundOnceOfPayment(container, {
    orderId: input.orderId,
    paymentId: refund.paymentId,
    mark: refundNote(input.storeReturnId),
    amount: refund.amount,
    own: ownRefunds(payment, input).map((each) => each.id),
  })
}

const ownRefunds = (payment: PaymentRow | undefined, input: PayBack) =>
  (payment?.refunds ?? []).filter((each) => each.note === refundNote(input.storeReturnId))

async function alreadyPaid(container: MedusaContainer, input: PayBack, refund: TenderRefund): Promise<boolean> {
  const [payment] = await readPayments(container, [refund.paymentId])
  return ownRefunds(payment, input).length > 0
}

/** Medusa writes deliveries given back as a credit line after the refund; the same for a run that was cut off before. */
async function settleRest(container: MedusaContainer, input: PayBack): Promise<void> {
  const open = await pendingMicros(container, input.orderId)
  if (open <= 0) return
  await createOrderCreditLinesWorkflow(container).run({
    input: {
      id: input.orderId,
      credit_lines: [{ amount: open / 1e6, reference: "store_return_delivery", reference_id: input.storeReturnId }],
    },
  })
}
