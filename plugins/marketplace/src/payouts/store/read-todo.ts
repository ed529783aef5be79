import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../../modules/marketplace/resolve"
import { payoutProviderOf } from "../provider/provider-of"

/** What payouts need of the operator now. */
export async function readTodo(container: MedusaContainer) {
  const knex = knexOf(container)
  const provider = payoutProviderOf(container).id
  const { rows } = (await knex.raw(
    `select
       (select count(*) from marketplace_payout where state = 'TO_PAY') as to_pay,
       (select count(*) from marketplace_payout where unresolved_since is not null) as unresolved,
       (select count(*) from marketplace_payout where state in ('RETURNED', 'RETURNING')) as returned,
       (select count(*) from marketplace_payout_account where state = 'TO_VERIFY' and provider = ?) as to_verify`,
    [provider],
  )) as { rows: { to_pay: string; unresolved: string; returned: string; to_verify: string }[] }
  const totals = (await knex("marketplace_payout")
    .where("state", "TO_PAY")
    .groupBy("currency")
    .orderBy("currency")
    .select("currency")
    .sum("amount as amount")) as { currency: string; amount: string }[]
  const [row] = rows
  return {
    toPay: Number(row!.to_pay),
    unresolved: Number(row!.unresolved),
    returned: Number(row!.returned),
    accountsToVerify: Number(row!.to_verify),
    toPayTotals: totals.map((each) => ({ amount: Number(each.amount), currency: each.currency })),
    provider,
  }
}
