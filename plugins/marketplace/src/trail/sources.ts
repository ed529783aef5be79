/**
 * One table that tells of deeds. `sql` selects exactly these columns, in this order:
 * source, id, at, actor_type, actor_id, action, subject_type, subject_id, order_id, seller_id, details (jsonb).
 */
export interface TrailSource {
  readonly name: string
  readonly sql: string
}

const registered = new Map<string, TrailSource>()

/** A plugin or an area adds its own tables to what the operator's search shows. */
export function addTrailSource(source: TrailSource): void {
  registered.set(source.name, source)
}

export const trailSources = (): readonly TrailSource[] => [...registered.values()]

const nobody = "null::text, null::text"

addTrailSource({
  name: "act",
  sql: `select 'act', id::text, at, actor_type, actor_id, action, subject_type, subject_id, order_id, seller_id, details
    from marketplace_act`,
})
addTrailSource({
  name: "seller",
  sql: `select 'seller', id, at, null, actor, 'seller.' || to_state, 'seller', seller_id, null, seller_id,
      jsonb_strip_nulls(jsonb_build_object('from', from_state, 'reason', reason))
    from marketplace_seller_event`,
})
addTrailSource({
  name: "order",
  sql: `select 'order', order_id, placed_at, 'CUSTOMER', customer_id, 'order.placed', 'order', order_id, order_id, null,
      jsonb_build_object('number', number, 'total', total, 'currency', currency)
    from marketplace_placed_order`,
})
addTrailSource({
  name: "acceptance",
  sql: `select 'acceptance', id, accepted_at, ${nobody}, 'order.accepted', 'seller_order', id, order_id, seller_id,
      jsonb_build_object('items', items_total, 'delivery', delivery_total)
    from marketplace_seller_order where accepted_at is not null`,
})
addTrailSource({
  name: "parcel shipped",
  sql: `select 'parcel shipped', p.id, p.shipped_at, ${nobody}, 'parcel.shipped', 'parcel', p.id, p.order_id, o.seller_id,
      jsonb_build_object('carrier', p.carrier, 'tracking', p.tracking_number)
    from marketplace_parcel p join marketplace_seller_order o on o.id = p.seller_order_id where p.shipped_at is not null`,
})
addTrailSource({
  name: "parcel delivered",
  sql: `select 'parcel delivered', p.id, p.delivered_at, ${nobody}, 'parcel.delivered', 'parcel', p.id, p.order_id, o.seller_id,
      jsonb_build_object('carrier', p.carrier)
    from marketplace_parcel p join marketplace_seller_order o on o.id = p.seller_order_id where p.delivered_at is not null`,
})
addTrailSource({
  name: "commission",
  sql: `select 'commission', c.id, c.occurred_at, ${nobody}, case when c.reverses is null then 'commission.charged' else 'commission.reversed' end,
      'commission_line', c.id, c.order_id, c.seller_id, jsonb_build_object('amount', c.amount, 'rateBps', c.rate_bps)
    from marketplace_commission_line c`,
})
addTrailSource({
  name: "ledger",
  sql: `select 'ledger', j.id, j.occurred_at, ${nobody}, 'ledger.posted', j.document_type, j.document_id, j.order_id,
      (select e.party from ledger_entry e where e.journal_id = j.id and e.account like 'seller_%' and e.party is not null limit 1),
      (select jsonb_build_object('key', j.business_key, 'currency', j.currency, 'entries', jsonb_agg(jsonb_build_object(
        'account', e.account, 'party', e.party, 'kind', e.kind, 'amount', e.amount) order by e.id))
       from ledger_entry e where e.journal_id = j.id)
    from ledger_journal j`,
})
