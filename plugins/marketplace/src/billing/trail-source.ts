import { addTrailSource } from "../trail/sources"

/** Documents by the orders behind them: the search by order ends at the invoice, the statement and their seals. */
addTrailSource({
  name: "document order",
  sql: `select 'document order', d.id, d.issued_at, null::text, null::text, 'document.issued', 'document', d.id, j.order_id, null::text,
      jsonb_build_object('number', d.number, 'kind', d.kind, 'gross', d.gross, 'currency', d.currency, 'hash', d.hash)
    from ledger_journal j join ledger_entry e on e.journal_id = j.id
    join ledger_document_entry c on c.entry_id = e.id and c.claim in ('billed', 'stated')
    join ledger_document d on d.id = c.document_id
    where j.order_id is not null group by d.id, j.order_id`,
})
