/**
 * One table of refunds that are owed or were paid. `sql` selects exactly these columns, in this order:
 * key, kind, order_id, owed (cents), currency (upper case), started_at, due_at (null while it may wait for the goods),
 * refunded_at (null while it is owed), estimated, share_key (the key of its rows in marketplace_refund_share, or null).
 */
export interface RefundSource {
  readonly name: string
  readonly sql: string
}

export const SOURCE_COLUMNS =
  "key, kind, order_id, owed, currency, started_at, due_at, refunded_at, estimated, share_key"

const registered = new Map<string, RefundSource>()

/** A plugin that owes refunds adds them to the operator's clock; `late-interest.ts` then works for them too. */
export function addRefundSource(source: RefundSource): void {
  registered.set(source.name, source)
}

/** Every refund of every source, as a subquery with the name `owed`. */
export const owedSql = (): string =>
  `(${[...registered.values()].map(({ sql }) => `(${sql})`).join(" union all ")}) as owed(${SOURCE_COLUMNS})`

/** The end of the fourteenth day after an instant, in SQL; `refundDueAt` says the same. */
export const dueSql = (startedAt: string): string =>
  `(((${startedAt} at time zone 'Europe/Paris')::date + 15)::timestamp at time zone 'Europe/Paris' - interval '1 millisecond')`

addRefundSource({
  name: "redress",
  sql: `select 'redress:' || r.id, r.kind, r.order_id, r.amount, upper(o.currency), r.started_at, ${dueSql("r.started_at")},
      r.settled_at, false, 'redress:' || r.id
    from marketplace_redress r join marketplace_placed_order o on o.order_id = r.order_id where r.amount > 0`,
})
