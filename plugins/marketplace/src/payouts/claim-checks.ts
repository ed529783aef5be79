import type { AuditCheck } from "@gondola/kit"
import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../modules/marketplace/resolve"

export interface BrokenClaim {
  readonly payoutId: string
  readonly currency: string
  /** Minor units by which the claims miss what they should add up to. */
  readonly off: number
}

/**
 * The claims of a payout add up to its amount while nothing is booked, and to zero once the payment itself is one of them. A
 * refused payout holds none. Divisions are whole: entries of sellers' accounts are whole minor units.
 */
const SUMS = `
  select p.id, p.currency, p.state,
    case when p.state in ('CLAIMED', 'SENDING', 'TO_PAY') then p.amount else 0 end as expected,
    p.state not in ('CLAIMED', 'SENDING', 'TO_PAY', 'REFUSED') as should_be_booked,
    coalesce(sum(c.amount) filter (where c.released_at is null), 0) / 10000 as claimed,
    coalesce(bool_or(j.business_key = 'payout:' || p.id and c.released_at is null), false) as booked,
    coalesce(bool_or(c.amount <> -e.amount), false) as changed
  from marketplace_payout p
  left join marketplace_payout_claim c on c.payout_id = p.id
  left join ledger_entry e on e.id = c.entry_id
  left join ledger_journal j on j.id = e.journal_id
  group by p.id`

export async function brokenClaims(container: MedusaContainer): Promise<BrokenClaim[]> {
  const { rows } = (await knexOf(container).raw(
    `select id, currency, claimed - expected as off from (${SUMS}) s
     where changed or claimed <> expected or booked <> should_be_booked`,
  )) as { rows: { id: string; currency: string; off: string }[] }
  return rows.map((row) => ({ payoutId: row.id, currency: row.currency, off: Number(row.off) }))
}

const examined = async (container: MedusaContainer, table: string): Promise<number> => {
  const [row] = (await knexOf(container)(table).count("* as n")) as { n: string }[]
  return Number(row?.n ?? 0)
}

/** For `npm run audit`. */
export const payoutClaimAudit: AuditCheck = {
  name: "payouts equal the entries they claim",
  run: async (container) => ({
    examined: await examined(container, "marketplace_payout"),
    findings: (await brokenClaims(container)).map(({ payoutId, currency, off }) => ({
      subject: `payout ${payoutId}`,
      detail: `its claims are off by ${off} (minor units of ${currency})`,
    })),
  }),
}

export const payoutBookAudit: AuditCheck = {
  name: "payouts in the ledger equal the payouts",
  run: async (container) => {
    const { rows } = (await knexOf(container).raw(
      `select * from (
         select p.id, p.state,
           case when p.state in ('CLAIMED', 'SENDING', 'TO_PAY', 'REFUSED', 'RETURNED') then 0 else p.amount end as expected,
           coalesce((select sum(e.amount) / 10000 from ledger_journal j join ledger_entry e on e.journal_id = j.id
             where j.document_type = 'payout' and j.document_id = p.id and e.account = 'seller_payable'
               and e.kind in ('payment', 'payment_reversal')), 0) as booked,
           coalesce((select -sum(e.amount) / 10000 from ledger_journal j join ledger_entry e on e.journal_id = j.id
             where j.document_type = 'payout' and j.document_id = p.id and e.account = 'payout_clearing'), 0) as clearing,
           case when p.state in ('TRANSFERRED', 'BANKING', 'IN_TRANSIT')
             or (p.state = 'RETURNING' and p.paid_at is null) then p.amount else 0 end as underway
         from marketplace_payout p) f where expected <> booked or clearing <> underway
       union all
       select j.document_id, 'NO PAYOUT', 0, 0, 0, 0 from ledger_journal j
       where j.document_type = 'payout' and not exists (select 1 from marketplace_payout p where p.id = j.document_id)`,
    )) as { rows: { id: string; state: string; expected: string; booked: string; clearing: string }[] }
    return {
      examined: await examined(container, "marketplace_payout"),
      findings: rows.map((row) => ({
        subject: `payout ${row.id}`,
        detail: `is ${row.state}: ${row.expected} should be booked, ${row.booked} are, ${row.clearing} on the way (minor units)`,
      })),
    }
  },
}
