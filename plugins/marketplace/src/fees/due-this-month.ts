import type { MedusaContainer } from "@medusajs/framework/types"
import { cents, clockOf, type Money } from "@gondola/kit"
import { dayOf, monthOf } from "../figures/paris-time"
import { readTimes } from "./plan-times"
import { daysOf, subscriptionCharges } from "./proration"

/** What the month's subscription has come to by the end of today, without VAT; it is booked when the month is over. */
export async function dueThisMonth(container: MedusaContainer, sellerId: string): Promise<Money> {
  const now = clockOf(container).now()
  const times = (await readTimes(container, sellerId)).get(sellerId) ?? []
  const month = monthOf(now)
  const tomorrow = daysOf(month).find((day) => day > dayOf(now)) ?? null
  const soFar = times.map((time) => ({
    ...time,
    until: [time.until, tomorrow].filter((day): day is string => day !== null).sort()[0] ?? null,
  }))
  const charges = subscriptionCharges(month, soFar)
  return {
    amount: cents(charges.reduce((a, charge) => a + charge.amount, 0)),
    currency: charges[0]?.currency ?? times[0]?.currency ?? "EUR",
  }
}
