import { parisDay } from "./period"
import { ofSeller } from "./query"
import { aboutOrder, moment, number, orderColumn, sqlFigure, text, traderName } from "./sql-figure"

/** A promise holds until the end of its day in Paris: it is kept or broken once that day is over. */
const DUE = `s.promised_by >= :from and s.promised_by < :to and ${parisDay("s.promised_by")} < ${parisDay("cast(:to as timestamptz)")}`

const DELIVERED = `(s.state = 'DELIVERED' and ${parisDay("d.at")} <= ${parisDay("s.promised_by")})`

const PARTS_DUE = `from marketplace_seller_order s
  left join lateral (
    select max(p.delivered_at) as at from marketplace_parcel p where p.seller_order_id = s.id
  ) d on true
  where ${DUE} and s.state not in ('REFUSED', 'CANCELLED') and ${ofSeller("s.seller_id")}`

/**
 * K7, delivery punctuality. Formula: traders' parts of orders delivered whole on their promised day or before ÷ parts
 * whose promised day ended in the period (refused and cancelled ones left out; a part not delivered yet is late).
 * Unit: percent.
 */
export const punctuality = sqlFigure<PartRow>({
  code: "K7",
  unit: "PERCENT",
  form: "RATIO",
  better: "UP",
  boards: ["OPERATOR", "SELLER"],
  days: `select ${parisDay("s.promised_by")} as day, count(*) as bottom, count(*) filter (where ${DELIVERED}) as top
    ${PARTS_DUE} group by 1`,
  rows: `select due.*, o.number, ${traderName("due.seller_id")} as name from (
      select s.id, s.order_id, s.seller_id, s.state, s.promised_by as promised, d.at as delivered,
        ${DELIVERED} as punctual ${PARTS_DUE}
    ) due
    join marketplace_placed_order o on o.order_id = due.order_id
    order by due.punctual nulls first, due.promised desc, due.id`,
  columns: [
    orderColumn<PartRow>(),
    text("trader", (row) => row.name),
    text("state", (row) => row.state, "STATE"),
    moment("promised", (row) => row.promised),
    moment("delivered", (row) => row.delivered),
    text("punctual", (row) => (row.punctual ? "ON_TIME" : "LATE"), "STATE"),
  ],
  key: (row) => row.id,
  about: aboutOrder,
})

interface PartRow {
  id: string
  order_id: string
  number: number
  name: string
  state: string
  promised: Date
  delivered: Date | null
  punctual: boolean
}

/** Orders with the units still wanted and those sent by the end of the promised day (the latest of their parts). */
const ORDERS_DUE = `
  select due.order_id, due.promised, units.wanted, units.sent from (
    select s.order_id, max(s.promised_by) as promised
    from marketplace_seller_order s
    where s.state not in ('REFUSED', 'CANCELLED') and ${ofSeller("s.seller_id")}
    group by s.order_id having max(s.promised_by) >= :from and max(s.promised_by) < :to
  ) due
  join lateral (
    select sum(l.quantity - coalesce(gone.n, 0)) as wanted, coalesce(sum(sent.n), 0) as sent
    from marketplace_seller_order s
    join marketplace_seller_order_line l on l.seller_order_id = s.id
    left join lateral (
      select sum(r.quantity) as n from marketplace_redress_line r
      join marketplace_redress w on w.id = r.redress_id and w.kind <> 'DISPUTE'
      where r.line_id = l.line_id
    ) gone on true
    left join lateral (
      select sum(q.quantity) as n from marketplace_parcel_line q
      join marketplace_parcel p on p.id = q.parcel_id and ${parisDay("p.shipped_at")} <= ${parisDay("due.promised")}
      where q.line_id = l.line_id
    ) sent on true
    where s.order_id = due.order_id and ${ofSeller("s.seller_id")}
  ) units on units.wanted > 0
  where ${parisDay("due.promised")} < ${parisDay("cast(:to as timestamptz)")}`

/**
 * K9, orders partially shipped at the promised date. Formula: orders of which some units but not all had left by the end
 * of the promised day ÷ orders whose promised day ended in the period. The promised day of an order is the latest of its
 * parts; a seller's board looks at its own part only. Refused and cancelled units are not waited for. Unit: percent.
 */
export const partiallyShipped = sqlFigure<OrderDueRow>({
  code: "K9",
  unit: "PERCENT",
  form: "RATIO",
  better: "DOWN",
  boards: ["OPERATOR", "SELLER"],
  days: `select ${parisDay("o.promised")} as day, count(*) as bottom,
      count(*) filter (where o.sent > 0 and o.sent < o.wanted) as top
    from (${ORDERS_DUE}) o group by 1`,
  rows: `select due.*, placed.number, placed.placed_at from (${ORDERS_DUE}) due
    join marketplace_placed_order placed on placed.order_id = due.order_id
    where due.sent > 0 and due.sent < due.wanted order by due.promised desc, placed.number desc`,
  columns: [
    orderColumn<OrderDueRow>(),
    moment("placed", (row) => row.placed_at),
    moment("promised", (row) => row.promised),
    number("shipped", (row) => row.sent),
    number("units", (row) => row.wanted),
  ],
  key: (row) => row.order_id,
  about: aboutOrder,
})

interface OrderDueRow {
  order_id: string
  number: number
  placed_at: Date
  promised: Date
  wanted: string
  sent: string
}
