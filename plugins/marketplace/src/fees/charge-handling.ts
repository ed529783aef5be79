import type { MedusaContainer } from "@medusajs/framework/types"
import { cents } from "@gondola/kit"
import { chargeFee } from "./charge-fee"
import { readFeeSettings } from "./fee-settings"

export interface HandledReturn {
  readonly returnId: string
  /** As it is printed. */
  readonly number: string
  readonly orderId: string
  readonly settledAt: Date
  /** Lines of the return; the retailer's own (null) cost nobody a fee. */
  readonly lines: readonly { readonly sellerId: string | null; readonly quantity: number }[]
}

/** Charges each seller for the units that a shop took back for it: once a return and seller, nothing where no fee is set. */
export async function chargeHandling(container: MedusaContainer, handled: HandledReturn): Promise<void> {
  const { handlingNet, handlingCurrency } = await readFeeSettings(container)
  if (handlingNet === 0) return
  const units = new Map<string, number>()
  for (const line of handled.lines)
    if (line.sellerId !== null) units.set(line.sellerId, (units.get(line.sellerId) ?? 0) + line.quantity)
  for (const [sellerId, count] of units)
    await chargeFee(container, {
      key: `handling:${handled.returnId}:${sellerId}`,
      sellerId,
      kind: "handling",
      net: cents(handlingNet * count),
      currency: handlingCurrency,
      reason: handled.number,
      note: { code: "handling", params: { return: handled.number, units: count } },
      orderId: handled.orderId,
      actor: "system",
      occurredAt: handled.settledAt,
    })
}
