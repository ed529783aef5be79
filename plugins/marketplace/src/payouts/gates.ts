import type { MedusaContainer } from "@medusajs/framework/types"
import { dac7Blocks } from "../dac7/remind"
import { knexOf } from "../modules/marketplace/resolve"
import type { PayoutBlock } from "./plan-payout"
import { payoutProviderOf } from "./provider/provider-of"
import { readOwnTerms } from "./store/terms-store"

/** Why each of these sellers may not be paid now; no entry: it may. */
export async function payoutBlocks(
  container: MedusaContainer,
  sellerIds: readonly string[],
): Promise<Map<string, PayoutBlock[]>> {
  const knex = knexOf(container)
  const provider = payoutProviderOf(container)
  const verified = new Set(
    (await knex("marketplace_payout_account")
      .whereIn("seller_id", sellerIds)
      .where({ state: "VERIFIED", provider: provider.id })
      .pluck("seller_id")) as string[],
  )
  const own = await readOwnTerms(knex, sellerIds)
  // Two reminders for missing tax data and sixty days later nothing is paid (DAC7, annex V section IV).
  const lacking = await dac7Blocks(container, sellerIds)
  const blocks = new Map<string, PayoutBlock[]>()
  for (const id of sellerIds) {
    const found: PayoutBlock[] = []
    if (!verified.has(id)) found.push("ACCOUNT")
    if (own.get(id)?.pausedReason) found.push("PAUSED")
    if (lacking.has(id)) found.push("TAX_DATA")
    if (found.length > 0) blocks.set(id, found)
  }
  return blocks
}
