import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Cents, centsOf, micros } from "@gondola/kit"
import type { PayableEntry } from "../eligibility"

/** Unclaimed entries and the reserve of one seller in one currency. */
export interface Payables {
  readonly sellerId: string
  readonly currency: string
  readonly entries: readonly PayableEntry[]
  readonly reserve: Cents
}

interface Row {
  id: string
  party: string
  currency: string
  amount: string
  occurred_at: Date
  so_id: string | null
  so_state: string | null
  shipped_at: Date | null
  delivered_at: Date | null
}

/**
 * Entries beside their orders and claims in one statement: a run reads hundreds of thousands, and asking the ledger's module
 * entry by entry would take hours. It reads the ledger's tables and never writes them.
 */
const UNCLAIMED = `
  select e.id, e.party, j.currency, -e.amount as amount, e.occurred_at, o.id as so_id, o.state as so_state,
    p.shipped_at, p.delivered_at
  from ledger_entry e
  join ledger_journal j on j.id = e.journal_id
  left join marketplace_seller_order o on o.order_id = j.order_id and o.seller_id = e.party
  left join lateral (select max(shipped_at) as shipped_at, max(delivered_at) as delivered_at
    from marketplace_parcel where seller_order_id = o.id) p on o.id is not null
  where e.account = 'seller_payable' and e.party = any(:sellers)
    and not exists (select 1 from marketplace_payout_claim c where c.entry_id = e.id and c.released_at is null)
  order by e.party, e.id`

const RESERVES = `
  select e.party, j.currency, -sum(e.amount) as amount from ledger_entry e join ledger_journal j on j.id = e.journal_id
  where e.account = 'seller_reserve' and e.party = any(:sellers) group by e.party, j.currency`

export async function readPayables(knex: Knex, sellerIds: readonly string[]): Promise<Payables[]> {
  const { rows } = (await knex.raw(UNCLAIMED, { sellers: sellerIds })) as { rows: Row[] }
  const { rows: reserves } = (await knex.raw(RESERVES, { sellers: sellerIds })) as {
    rows: { party: string; currency: string; amount: string }[]
  }
  const groups = new Map<string, { sellerId: string; currency: string; entries: PayableEntry[]; reserve: Cents }>()
  const group = (sellerId: string, currency: string) => {
    const key = `${sellerId} ${currency}`
    const known = groups.get(key) ?? { sellerId, currency, entries: [], reserve: 0 as Cents }
    groups.set(key, known)
    return known
  }
  for (const row of rows) group(row.party, row.currency).entries.push(entryOf(row))
  for (const row of reserves) group(row.party, row.currency).reserve = centsOf(micros(Number(row.amount)))
  return [...groups.values()].sort(
    (a, b) => a.sellerId.localeCompare(b.sellerId) || a.currency.localeCompare(b.currency),
  )
}

const entryOf = (row: Row): PayableEntry => ({
  id: row.id,
  amount: micros(Number(row.amount)),
  occurredAt: row.occurred_at,
  order:
    row.so_id === null
      ? null
      : {
          id: row.so_id,
          state: row.so_state!,
          shippedAt: row.shipped_at,
          deliveredAt: row.delivered_at,
          // An open dispute lies over whatever state the order has.
          disputed: row.so_state === "INCIDENT",
        },
})
