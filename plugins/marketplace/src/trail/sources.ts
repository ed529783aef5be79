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
  name: "order event",
  sql: `select 'order event', v.id::text, v.at,
      case v.by_role when 'SELLER' then 'SELLER_MEMBER' when 'SHOPPER' then 'CUSTOMER' else v.by_role end, v.by_id,
      'order.' || lower(v.kind), 'seller_order', v.seller_order_id, v.order_id, o.seller_id, v.details
    from marketplace_order_event v join marketplace_seller_order o on o.id = v.seller_order_id`,
})
addTrailSource({
  name: "document",
  sql: `select 'document', d.id, d.issued_at, ${nobody}, 'document.issued', 'document', d.id, s.order_id,
      case when s.document_id is null then d.party else s.seller_id end,
      jsonb_build_object('number', d.number, 'kind', d.kind, 'gross', d.gross, 'currency', d.currency)
    from ledger_document d left join marketplace_sale_document s on s.document_id = d.id`,
})
addTrailSource({
  name: "payout",
  sql: `select 'payout', v.id::text, v.at, null, v.actor, 'payout.' || lower(v.to_state), 'payout', v.payout_id, null, p.seller_id,
      jsonb_strip_nulls(jsonb_build_object('from', v.from_state, 'amount', p.amount, 'currency', p.currency))
    from marketplace_payout_event v join marketplace_payout p on p.id = v.payout_id`,
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
