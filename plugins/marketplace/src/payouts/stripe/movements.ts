import type Stripe from "stripe"
import type { BalanceMovement } from "../provider/provider"

/** Transfers to sellers and their reversals on the platform's balance, as Stripe's own book has them. */
export async function* movementsOf(stripe: Stripe, from: Date, to: Date): AsyncGenerator<BalanceMovement> {
  const created = { gte: Math.floor(from.getTime() / 1000), lt: Math.ceil(to.getTime() / 1000) }
  for (const type of ["transfer", "transfer_refund"])
    for await (const each of stripe.balanceTransactions.list({ created, type, limit: 100, expand: ["data.source"] }))
      yield {
        id: each.id,
        kind: type === "transfer" ? "transfer" : "reversal",
        payoutId: payoutOf(each.source),
        amount: -each.amount,
        currency: each.currency.toUpperCase(),
        at: new Date(each.created * 1000),
      }
}

function payoutOf(source: Stripe.BalanceTransaction["source"]): string | null {
  if (source === null || typeof source === "string" || !("metadata" in source)) return null
  return source.metadata?.gondola_payout ?? null
}
