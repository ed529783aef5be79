import { sqlCheck } from "./sql-check"

export const commissionLines = sqlCheck({
  name: "commission lines equal the ledger",
  examined: `select count(*) as n from marketplace_commission_line`,
  wrong: `select * from (
    select p.number,
      (select coalesce(sum(amount - vat), 0) from marketplace_commission_line c where c.order_id = p.order_id) as lines,
      (select -coalesce(sum(e.amount), 0)::bigint / 10000 from ledger_journal j join ledger_entry e on e.journal_id = j.id
        where j.order_id = p.order_id and e.account = 'commission_revenue') as booked
    from marketplace_placed_order p) f where lines <> booked`,
  say: (row) => ({
    subject: `order ${row.number}`,
    detail: `commission lines without VAT ${row.lines}, ledger ${row.booked} cents`,
  }),
})

export const commissionReversals = sqlCheck({
  name: "no commission is given back twice",
  examined: `select count(*) as n from marketplace_commission_line where reverses is not null`,
  wrong: `select c.id, c.amount as charged, -sum(r.amount) as back, c.base, -sum(r.base) as "backBase"
    from marketplace_commission_line c join marketplace_commission_line r on r.reverses = c.id
    group by c.id, c.amount, c.base having -sum(r.amount) > c.amount or -sum(r.base) > c.base`,
  say: (row) => ({
    subject: `commission line ${row.id}`,
    detail: `charged ${row.charged} on ${row.base}, given back ${row.back} on ${row.backBase} cents`,
  }),
})

/** What sales made of each seller's account, worked out again from orders, commission and refunds. */
export const sellerPayables = sqlCheck({
  name: "seller accounts equal their orders",
  examined: `select count(*) as n from marketplace_seller`,
  wrong: `select * from (
    select s.name,
      (select coalesce(sum(items_total + delivery_total), 0) from marketplace_seller_order o where o.seller_id = s.id)
        - (select coalesce(sum(amount), 0) from marketplace_commission_line c where c.seller_id = s.id)
        - (select coalesce(sum(amount), 0) from marketplace_refund_share r where r.seller_id = s.id)
        - (select coalesce(sum(vat), 0) from marketplace_tax_line t where t.seller_id = s.id and t.accountable = 'platform') as due,
      (select -coalesce(sum(amount), 0)::bigint / 10000 from ledger_entry e where e.account = 'seller_payable' and e.party = s.id
        and e.kind in ('order_amount', 'order_shipping', 'sale_vat', 'commission_fee', 'commission_vat', 'refund_amount',
          'refund_shipping', 'refund_vat', 'refund_commission_fee', 'refund_commission_vat')) as booked
    from marketplace_seller s) f where due <> booked`,
  say: (row) => ({ subject: `seller ${row.name}`, detail: `orders say ${row.due}, the ledger ${row.booked} cents` }),
})

/** VAT that the house owes on an order: its own sales and deemed supplies, and its commission. */
export const taxLines = sqlCheck({
  name: "VAT lines equal the ledger",
  examined: `select count(*) as n from marketplace_tax_line`,
  wrong: `select * from (
    select p.number,
      (select coalesce(sum(vat), 0) from marketplace_tax_line t
        where t.order_id = p.order_id and t.accountable in ('retailer', 'platform'))
      + (select coalesce(sum(vat), 0) from marketplace_commission_line c where c.order_id = p.order_id) as lines,
      (select -coalesce(sum(e.amount), 0)::bigint / 10000 from ledger_journal j join ledger_entry e on e.journal_id = j.id
        where j.order_id = p.order_id and e.account = 'tax') as booked
    from marketplace_placed_order p) f where lines <> booked`,
  say: (row) => ({ subject: `order ${row.number}`, detail: `VAT lines ${row.lines}, ledger ${row.booked} cents` }),
})
