import { addRefundSource, dueSql } from "@gondola/marketplace"

export const returnClockKey = (storeReturnId: string): string => `return:${storeReturnId}`

const WITHDRAWAL = "withdrawal:"

export const withdrawalOfKey = (key: string): string | null =>
  key.startsWith(WITHDRAWAL) ? key.slice(WITHDRAWAL.length) : null

const SETTLED = `('ACCEPTED', 'REFUNDED', 'DISPOSED')`

/** What was accepted at a counter and is to be paid back. */
addRefundSource({
  name: "store return",
  sql: `select 'return:' || r.id, 'RETURN', r.order_id, r.total, upper(r.currency), coalesce(r.refund_clock_from, r.accepted_at),
      coalesce(r.refund_due_at, ${dueSql("r.accepted_at")}), r.settled_at, false, r.id
    from store_return r where r.state in ${SETTLED} and r.total > 0 and r.accepted_at is not null`,
})

/** The end of the day of a proof, in Paris. */
const proofDay = `(((p.proved_at at time zone 'Europe/Paris')::date + 1)::timestamp at time zone 'Europe/Paris' - interval '1 millisecond')`

/**
 * Declared online, and the goods have not come back: it waits for them, unless the shopper proved that they were sent. The
 * sum is that of the goods still away, at what was paid for them; deliveries are counted at the counter. What comes back
 * uses up the oldest declaration first, and units that fell away another way are not waited for.
 */
addRefundSource({
  name: "withdrawal",
  sql: `select 'withdrawal:' || d.id, 'WITHDRAWAL', d.order_id, sum(round(d.total * d.open / d.quantity))::int, d.currency, d.declared_at,
      case when p.proved_at is null then null else greatest(d.refund_due_at, ${proofDay}) end, null::timestamptz, true, null::text
    from (
      select w.id, w.order_id, w.declared_at, w.refund_due_at, upper(o.currency) as currency, l.total::numeric as total, l.quantity,
        least(
          greatest(0, least((x.line ->> 'quantity')::int,
            sum((x.line ->> 'quantity')::int) over (partition by w.order_id, l.line_id order by w.declared_at, w.id) - coalesce(back.withdrawn, 0))),
          greatest(0, l.quantity - coalesce(back.units, 0)
            - (select coalesce(sum(g.quantity), 0) from marketplace_redress_line g where g.line_id = l.line_id))) as open
      from store_return_withdrawal w
      cross join lateral jsonb_array_elements(w.lines) as x(line)
      join marketplace_seller_order_line l on l.line_id = x.line ->> 'lineId'
      join marketplace_placed_order o on o.order_id = w.order_id
      left join lateral (
        select sum(rl.quantity) filter (where rl.basis = 'WITHDRAWAL'
            and r.accepted_at >= (select min(first.declared_at) from store_return_withdrawal first where first.order_id = w.order_id)) as withdrawn,
          sum(rl.quantity) as units
        from store_return_line rl join store_return r on r.id = rl.store_return_id
        where rl.order_line_id = l.line_id and r.state in ${SETTLED}) back on true
    ) d left join store_return_dispatch_proof p on p.withdrawal_id = d.id
    where d.open > 0 group by d.id, d.order_id, d.currency, d.declared_at, d.refund_due_at, p.proved_at`,
})
