import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createOrderCreditLinesWorkflow, refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { decimalOf } from "@gondola/kit"
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
  const own = ownRefund(payment, input)
  if (payment && own) return completeTransaction(container, input.orderId, payment, own)
  await refundPaymentWorkflow(container).run({
    input: {
      payment_id: refund.paymentId,
      amount: decimalOf(refund.amount),
      note: refundNote(input.storeReturnId),
    } as never,
  })
}

const ownRefund = (payment: PaymentRow | undefined, input: PayBack) =>
  payment?.refunds.find((each) => each.note === refundNote(input.storeReturnId))

async function alreadyPaid(container: MedusaContainer, input: PayBack, refund: TenderRefund): Promise<boolean> {
  const [payment] = await readPayments(container, [refund.paymentId])
  return ownRefund(payment, input) !== undefined
}

/** A process that died between the refund and the order's transaction left the order as if nothing had been paid. */
async function completeTransaction(
  container: MedusaContainer,
  orderId: string,
  payment: PaymentRow,
  refund: PaymentRow["refunds"][number],
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const [known] = await orders.listOrderTransactions({
    order_id: orderId,
    reference: "refund",
    reference_id: refund.id,
  })
  if (known) return
  await orders.addOrderTransactions({
    order_id: orderId,
    amount: -Number(refund.amount),
    currency_code: payment.currency_code,
    reference: "refund",
    reference_id: refund.id,
  })
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
