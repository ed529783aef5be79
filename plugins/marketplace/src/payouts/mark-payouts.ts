import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, notFound } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import { recordAct } from "../trail/record-act"
import { settlePayout } from "./settle-payout"
import type { PayoutState } from "./state"
import type { PayoutRow } from "./store/rows"

const MOST = 500

/**
 * The operator has seen the money leave the house's bank (a listed payout) or arrive (a transferred one). Marked twice, it
 * is booked once.
 * @throws NOT_FOUND | PAYOUT_STATE | BAD_INPUT
 */
export async function markPayoutsPaid(
  container: MedusaContainer,
  { ids, reference, by }: { readonly ids: readonly string[]; readonly reference: string; readonly by: string },
): Promise<void> {
  if (ids.length === 0 || ids.length > MOST) throw badInput(`Mark 1 to ${MOST} payouts at a time`)
  const bank = reference.trim()
  if (!bank) throw badInput("Give the bank's reference of the transfer order")
  await eachMarked(container, ids, async (row) => {
    if (row.state === "PAID") return null
    return { to: "PAID", actor: by, detail: bank, facts: { bank_reference: row.bank_reference ?? bank } }
  })
}

/**
 * The transfer did not happen: a listed payout frees its claims; one that the bank had is owed again.
 * @throws NOT_FOUND | PAYOUT_STATE | BAD_INPUT
 */
export async function markPayoutFailed(
  container: MedusaContainer,
  { id, reason, by }: { readonly id: string; readonly reason: string; readonly by: string },
): Promise<void> {
  const why = reason.trim()
  if (why.length < 3) throw badInput("Say what the bank gave as the reason")
  await eachMarked(container, [id], async (row) => {
    if (row.state === "REFUSED" || row.state === "RETURNED" || row.state === "RETURNING") return null
    const to = afterFailure(row)
    if (!to) throw wrongState(row)
    return {
      to,
      actor: by,
      detail: why,
      facts: { problem_code: "OPERATOR", problem: why },
      ...(to === "RETURNING" ? { nextAttemptAt: new Date(0) } : {}),
    }
  })
}

function afterFailure(row: PayoutRow): PayoutState | null {
  if (row.state === "TO_PAY") return "REFUSED"
  if (row.provider === "ledger") return row.state === "PAID" ? "RETURNED" : null
  return ["IN_TRANSIT", "BANKING", "TRANSFERRED", "PAID"].includes(row.state) ? "RETURNING" : null
}

const wrongState = (row: PayoutRow) =>
  marketplaceError(
    "PAYOUT_STATE",
    `This payout is ${row.state.toLowerCase().replace(/_/g, " ")}: that cannot be said of it`,
  )

async function eachMarked(
  container: MedusaContainer,
  ids: readonly string[],
  decide: (row: PayoutRow) => Promise<Parameters<typeof settlePayout>[2] | null>,
): Promise<void> {
  await knexOf(container).transaction(async (trx) => {
    const rows = (await trx("marketplace_payout").whereIn("id", ids).orderBy("id").forUpdate()) as PayoutRow[]
    if (rows.length !== new Set(ids).size) throw notFound("This payout")
    for (const row of rows) {
      const settlement = await decide(row)
      if (!settlement) continue
      if (!(await settlePayout(container, row.id, settlement, trx))) throw wrongState(row)
      await recordAct(
        container,
        {
          actor: { type: "OPERATOR", id: settlement.actor },
          action: `payout.${settlement.to.toLowerCase()}`,
          subject: { type: "payout", id: row.id },
          sellerId: row.seller_id,
          details: { detail: settlement.detail ?? "" },
        },
        trx,
      )
    }
  })
}
