import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { cents, centsOfDecimal, sum } from "@gondola/kit"
import type { Tender } from "../quote/tenders"

/** In the note of Medusa's refund: how our own refund is recognised, whatever happened after it. */
export const refundNote = (storeReturnId: string): string => `store-return:${storeReturnId}`

export interface PaymentRow {
  readonly id: string
  readonly currency_code: string
  readonly captures: readonly { readonly amount: number }[]
  readonly refunds: readonly { readonly id: string; readonly amount: number; readonly note: string | null }[]
}

export async function readPayments(container: MedusaContainer, paymentIds: readonly string[]): Promise<PaymentRow[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: ["id", "currency_code", "captures.amount", "refunds.id", "refunds.amount", "refunds.note"],
    filters: { id: [...paymentIds] },
  })
  const rows = data as unknown as PaymentRow[]
  return paymentIds.flatMap((id) => rows.filter((row) => row.id === id))
}

/** The payments as they were before this return, so that a second run spreads its refund the same way. */
export function tendersBefore(payments: readonly PaymentRow[], storeReturnId: string): Tender[] {
  return payments.map((payment) => ({
    paymentId: payment.id,
    captured: cents(sum((payment.captures ?? []).map((capture) => centsOfDecimal(Number(capture.amount))))),
    refunded: cents(
      sum(
        (payment.refunds ?? [])
          .filter((refund) => refund.note !== refundNote(storeReturnId))
          .map((refund) => centsOfDecimal(Number(refund.amount))),
      ),
    ),
  }))
}
