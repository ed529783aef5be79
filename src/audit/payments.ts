import { sqlCheck } from "./sql-check"

/** Cents of each order, as Medusa's payments, Medusa's order, our shares and our ledger know them. */
const FIGURES = `
  select o.id, o.display_id as number, o.status, p.total as placed,
    (select round(coalesce(sum(c.amount), 0) * 100)::bigint from order_payment_collection l
      join payment pay on pay.payment_collection_id = l.payment_collection_id and pay.deleted_at is null
      join capture c on c.payment_id = pay.id and c.deleted_at is null
      where l.order_id = o.id and l.deleted_at is null) as captured,
    (select round(coalesce(sum(r.amount), 0) * 100)::bigint from order_payment_collection l
      join payment pay on pay.payment_collection_id = l.payment_collection_id and pay.deleted_at is null
      join refund r on r.payment_id = pay.id and r.deleted_at is null
      where l.order_id = o.id and l.deleted_at is null) as refunded,
    (select round(coalesce(sum(t.amount), 0) * 100)::bigint from order_transaction t
      where t.order_id = o.id and t.deleted_at is null) as transactions,
    (select coalesce(sum(s.amount), 0)::bigint from marketplace_payment_share s where s.order_id = o.id) as shares,
    (select coalesce(sum(s.amount), 0)::bigint from marketplace_refund_share s where s.order_id = o.id) as "refundShares",
    (select coalesce(sum(e.amount), 0)::bigint / 10000 from ledger_journal j join ledger_entry e on e.journal_id = j.id
      where j.order_id = o.id and e.account = 'provider_clearing' and e.kind = 'order_amount') as booked,
    (select -coalesce(sum(e.amount), 0)::bigint / 10000 from ledger_journal j join ledger_entry e on e.journal_id = j.id
      where j.order_id = o.id and e.account = 'provider_clearing' and e.kind = 'refund_amount') as "bookedRefunds"
  from "order" o left join marketplace_placed_order p on p.order_id = o.id
  where o.deleted_at is null and o.is_draft_order = false`

const orders = `select count(*) as n from "order" where deleted_at is null and is_draft_order = false`

/** An order that is being placed this very minute is not judged; one left half-way by a crash is. */
const SETTLED = `o.created_at < now() - interval '1 minute'`

export const captures = sqlCheck({
  name: "every capture is one sale in the ledger",
  examined: orders,
  wrong: `select * from (${FIGURES} and (p.order_id is not null or ${SETTLED})) f
    where captured is distinct from placed or captured <> booked or captured <> shares`,
  say: (row) => ({
    subject: `order ${row.number}`,
    detail: `captured ${row.captured}, placed ${row.placed}, in the ledger ${row.booked}, shared ${row.shares} cents`,
  }),
})

export const refunds = sqlCheck({
  name: "every refund is one refund in the ledger",
  examined: `select count(*) as n from refund where deleted_at is null`,
  wrong: `select * from (${FIGURES}) f
    where refunded <> "bookedRefunds" or refunded <> "refundShares" or refunded > captured`,
  say: (row) => ({
    subject: `order ${row.number}`,
    detail: `refunded ${row.refunded}, in the ledger ${row.bookedRefunds}, shared ${row.refundShares}, captured ${row.captured} cents`,
  }),
})

export const transactions = sqlCheck({
  name: "every order knows its captures and refunds",
  examined: orders,
  wrong: `select * from (${FIGURES} and (p.order_id is not null or ${SETTLED})) f
    where transactions <> captured - refunded`,
  say: (row) => ({
    subject: `order ${row.number}`,
    detail: `the order says ${row.transactions}, its payments ${row.captured} less ${row.refunded} cents`,
  }),
})

export const orphanJournals = sqlCheck({
  name: "every sale in the ledger has its order",
  examined: `select count(*) as n from ledger_journal where document_type = 'order'`,
  wrong: `select j.business_key as key from ledger_journal j
    left join marketplace_placed_order p on p.order_id = j.document_id
    where j.document_type = 'order' and p.order_id is null`,
  say: (row) => ({ subject: `journal ${row.key}`, detail: "no order was placed for it" }),
})

export const openCheckouts = sqlCheck({
  name: "no checkout was left half-way",
  examined: `select count(*) as n from marketplace_checkout`,
  wrong: `select cart_id as cart, coalesce(order_id, 'none') as "order" from marketplace_checkout
    where finished_at is null and started_at < now() - interval '1 minute'`,
  say: (row) => ({ subject: `basket ${row.cart}`, detail: `neither finished nor taken back (order: ${row.order})` }),
})

export const openRedress = sqlCheck({
  name: "no refusal or refund was left half-way",
  examined: `select count(*) as n from marketplace_redress`,
  wrong: `select r.id, r.kind, o.number from marketplace_redress r join marketplace_placed_order o on o.order_id = r.order_id
    where r.settled_at is null and r.started_at < now() - interval '10 minutes'`,
  say: (row) => ({ subject: `order ${row.number}`, detail: `${row.kind} ${row.id} is neither paid back nor booked` }),
})

export const redressBooked = sqlCheck({
  name: "every refusal and refund is booked as it was decided",
  examined: `select count(*) as n from marketplace_redress where settled_at is not null`,
  wrong: `select * from (
    select r.id, r.kind, r.amount,
      r.delivery + (select coalesce(sum(l.amount), 0) from marketplace_redress_line l where l.redress_id = r.id) as parts,
      (select coalesce(sum(s.amount), 0) from marketplace_refund_share s where s.key = 'redress:' || r.id) as booked
    from marketplace_redress r where r.settled_at is not null) f where amount <> parts or amount <> booked`,
  say: (row) => ({
    subject: `${row.kind} ${row.id}`,
    detail: `decided ${row.amount}, its parts ${row.parts}, booked ${row.booked} cents`,
  }),
})
