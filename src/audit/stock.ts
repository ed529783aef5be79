import { sqlCheck } from "./sql-check"

/** Each order line as Medusa counts it in the order's present version. */
const ITEMS = `
  select i.item_id as line, i.order_id, i.quantity, i.fulfilled_quantity as fulfilled, i.shipped_quantity as shipped,
    i.delivered_quantity as delivered, o.status, o.display_id as number
  from order_item i join "order" o on o.id = i.order_id and o.version = i.version
  where i.deleted_at is null and o.deleted_at is null and o.is_draft_order = false`

export const levels = sqlCheck({
  name: "no stock level is negative or promised twice",
  examined: `select count(*) as n from inventory_level where deleted_at is null`,
  wrong: `select l.id, i.sku, l.stocked_quantity as stocked, l.reserved_quantity as reserved
    from inventory_level l join inventory_item i on i.id = l.inventory_item_id
    where l.deleted_at is null and (l.stocked_quantity < 0 or l.reserved_quantity < 0 or l.reserved_quantity > l.stocked_quantity)`,
  say: (row) => ({
    subject: `stock of ${row.sku} (${row.id})`,
    detail: `${row.stocked} there, ${row.reserved} reserved`,
  }),
})

export const reservedLevels = sqlCheck({
  name: "stock levels equal their reservations",
  examined: `select count(*) as n from reservation_item where deleted_at is null`,
  wrong: `select * from (
    select l.id, i.sku, l.reserved_quantity as reserved,
      (select coalesce(sum(r.quantity), 0) from reservation_item r where r.deleted_at is null
        and r.inventory_item_id = l.inventory_item_id and r.location_id = l.location_id) as reservations
    from inventory_level l join inventory_item i on i.id = l.inventory_item_id
    where l.deleted_at is null) f where reserved <> reservations`,
  say: (row) => ({
    subject: `stock of ${row.sku} (${row.id})`,
    detail: `${row.reserved} marked reserved, reservations for ${row.reservations}`,
  }),
})

export const reservedLines = sqlCheck({
  name: "every line that waits is reserved, and no other",
  examined: `select count(*) as n from marketplace_seller_order_line`,
  wrong: `select * from (
    select i.number, i.line, i.quantity - i.fulfilled as waiting,
      (select coalesce(sum(r.quantity), 0) from reservation_item r where r.line_item_id = i.line and r.deleted_at is null) as reserved
    from (${ITEMS}) i join marketplace_seller_order_line l on l.line_id = i.line) f
    where waiting <> reserved
    union all
    select null, r.line_item_id, 0, r.quantity from reservation_item r
    where r.deleted_at is null and r.line_item_id is not null and r.created_at < now() - interval '1 minute'
      and not exists (select 1 from marketplace_seller_order_line l where l.line_id = r.line_item_id)
      and not exists (select 1 from order_item i where i.item_id = r.line_item_id)`,
  say: (row) => ({
    subject: `order ${row.number}, line ${row.line}`,
    detail: `${row.waiting} wait to be shipped, ${row.reserved} are reserved`,
  }),
})

export const parcels = sqlCheck({
  name: "parcels equal Medusa's fulfilments",
  examined: `select count(*) as n from marketplace_parcel`,
  wrong: `select * from (
    select i.number, i.line, i.quantity, i.fulfilled, i.shipped, i.delivered,
      (select coalesce(sum(pl.quantity), 0) from marketplace_parcel_line pl where pl.line_id = i.line) as packed,
      (select coalesce(sum(pl.quantity), 0) from marketplace_parcel_line pl join marketplace_parcel p on p.id = pl.parcel_id
        where pl.line_id = i.line and p.state <> 'preparing') as sent,
      (select coalesce(sum(pl.quantity), 0) from marketplace_parcel_line pl join marketplace_parcel p on p.id = pl.parcel_id
        where pl.line_id = i.line and p.state = 'delivered') as arrived
    from (${ITEMS}) i join marketplace_seller_order_line l on l.line_id = i.line) f
    where packed <> fulfilled or sent <> shipped or arrived <> delivered or packed > quantity`,
  say: (row) => ({
    subject: `order ${row.number}, line ${row.line}`,
    detail: `parcels ${row.packed}/${row.sent}/${row.arrived}, Medusa ${row.fulfilled}/${row.shipped}/${row.delivered} of ${row.quantity} (packed/sent/arrived)`,
  }),
})

/** Units of a line that were refused or cancelled: Medusa's order has them no more. */
const GONE = `(select coalesce(sum(r.quantity), 0) from marketplace_redress_line r where r.line_id = l.line_id)`

export const lines = sqlCheck({
  name: "seller orders hold every line of their order",
  examined: `select count(*) as n from marketplace_placed_order`,
  wrong: `select p.number, p.total, s.total as sold from marketplace_placed_order p
    left join (select order_id, sum(items_total + delivery_total) as total from marketplace_seller_order group by order_id) s
      on s.order_id = p.order_id
    where s.total is distinct from p.total
    union all
    select i.number, i.quantity, l.quantity - ${GONE} from (${ITEMS}) i
    join marketplace_placed_order p on p.order_id = i.order_id
    left join marketplace_seller_order_line l on l.line_id = i.line
    where l.quantity - ${GONE} is distinct from i.quantity
    union all
    select p.number, 0, l.quantity - ${GONE} from marketplace_seller_order_line l
    join marketplace_placed_order p on p.order_id = l.order_id
    where l.quantity > ${GONE} and not exists (select 1 from (${ITEMS}) i where i.line = l.line_id)`,
  say: (row) => ({
    subject: `order ${row.number}`,
    detail: `${row.total} in the order, ${row.sold} in its seller orders`,
  }),
})
