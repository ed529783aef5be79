import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf, notFound } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"

/** The operator does not wait for the next look-up. @throws NOT_FOUND | PAYOUT_STATE when nothing is unresolved */
export async function hurryPayout(container: MedusaContainer, id: string): Promise<void> {
  const knex = knexOf(container)
  const row = (await knex("marketplace_payout").where("id", id).first("unresolved_since")) as
    { unresolved_since: Date | null } | undefined
  if (!row) throw notFound("This payout")
  const due = await knex("marketplace_payout")
    .where("id", id)
    .whereNotNull("unresolved_since")
    .update({ next_attempt_at: clockOf(container).now() })
  if (due === 0) throw marketplaceError("PAYOUT_STATE", "Nothing about this payout is open at the provider")
}
