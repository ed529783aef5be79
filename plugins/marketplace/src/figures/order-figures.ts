import { parisDay } from "./period"
import {
  aboutOrder,
  aboutProduct,
  moment,
  money,
  number,
  orderColumn,
  sqlFigure,
  text,
  traderName,
  within,
} from "./sql-figure"

const WITHIN = within("s.placed_at", "s.seller_id")
const DAY = parisDay("s.placed_at")
const BOTH = ["OPERATOR", "SELLER"] as const

const PARTS = `from marketplace_seller_order s join marketplace_placed_order o on o.order_id = s.order_id where ${WITHIN}`

interface OrderRow {
  order_id: string
  number: number
  placed_at: Date
  traders: string
  goods: string
  currency: string
}

/** The orders of the period; what K1 counts and goods add up. */
const ORDERS = {
  rows: `select o.order_id, o.number, o.placed_at, o.currency, sum(s.items_total)::text as goods,
      string_agg(distinct ${traderName("s.seller_id")}, ', ') as traders
    ${PARTS} group by o.order_id order by o.placed_at desc, o.number desc`,
  columns: [
    orderColumn<OrderRow>(),
    moment("placed", (row: OrderRow) => row.placed_at),
    text("trader", (row: OrderRow) => row.traders),
    money("goods", (row: OrderRow) => row.goods),
  ],
  key: (row: OrderRow) => row.order_id,
  about: aboutOrder,
}

/**
 * K1, orders per day. Formula: orders placed ÷ days of the period. Unit: orders a day (the mean; each day's point is its
 * count). A seller's board counts the orders in which it has a part.
 */
export const ordersPerDay = sqlFigure<OrderRow>({
  code: "K1",
  unit: "PER_DAY",
  form: "MEAN",
  better: "UP",
  boards: BOTH,
  days: `select ${DAY} as day, count(distinct s.order_id) as top from marketplace_seller_order s where ${WITHIN} group by 1`,
  ...ORDERS,
})

/** Goods sold. Formula: Σ price of the lines with VAT, without delivery, before refunds. Unit: cents of a currency. */
export const goodsSold = sqlFigure<OrderRow>({
  code: "GOODS_SOLD",
  unit: "MONEY",
  form: "SUM",
  better: "UP",
  boards: BOTH,
  days: `select ${DAY} as day, o.currency, sum(s.items_total) as top ${PARTS} group by 1, 2`,
  ...ORDERS,
})

interface TraderRow {
  id: string | null
  name: string
  currency: string
  orders: number
  goods: string
  share: string
}

/**
 * K19, the marketplace's share of GMV. Formula: Σ goods of sellers ÷ Σ goods of all, in one currency. Unit: percent.
 */
export const marketplaceShare = sqlFigure<TraderRow>({
  code: "K19",
  unit: "PERCENT",
  form: "RATIO",
  better: null,
  boards: ["OPERATOR"],
  days: `select ${DAY} as day, o.currency,
      coalesce(sum(s.items_total) filter (where s.seller_id is not null), 0) as top, sum(s.items_total) as bottom
    ${PARTS} group by 1, 2`,
  rows: `select s.seller_id as id, ${traderName("s.seller_id")} as name, o.currency,
      count(*)::int as orders, sum(s.items_total)::text as goods,
      (100.0 * sum(s.items_total) / nullif(sum(sum(s.items_total)) over (partition by o.currency), 0))::text as share
    ${PARTS} group by s.seller_id, o.currency order by o.currency, sum(s.items_total) desc, 2`,
  columns: [
    text("trader", (row) => row.name),
    number("orders", (row) => row.orders),
    money("goods", (row: TraderRow) => row.goods),
    number("share", (row) => row.share, "PERCENT"),
  ],
  key: (row) => `${row.id ?? "retailer"}:${row.currency}`,
  about: (row) => (row.id ? { type: "SELLER", id: row.id } : undefined),
})

interface ProductRow {
  id: string
  title: string
  currency: string
  units: string
  goods: string
}

const LINES = `from marketplace_seller_order s join marketplace_seller_order_line l on l.seller_order_id = s.id`

/** Units sold. Formula: Σ quantity of the lines. Unit: pieces. */
export const unitsSold = sqlFigure<ProductRow>({
  code: "UNITS_SOLD",
  unit: "COUNT",
  form: "SUM",
  better: "UP",
  boards: ["SELLER"],
  days: `select ${DAY} as day, sum(l.quantity) as top ${LINES} where ${WITHIN} group by 1`,
  rows: `select l.catalogue_product_id as id, max(l.title) as title, o.currency, sum(l.quantity)::text as units,
      sum(l.total)::text as goods
    ${LINES} join marketplace_placed_order o on o.order_id = s.order_id
    where ${WITHIN} group by l.catalogue_product_id, o.currency order by sum(l.quantity) desc, 2`,
  columns: [
    text("product", (row) => row.title),
    number("units", (row) => row.units),
    money("goods", (row: ProductRow) => row.goods),
  ],
  key: (row) => `${row.id}:${row.currency}`,
  about: aboutProduct,
})

interface RefundRow {
  id: string
  order_id: string
  number: number
  at: Date
  name: string
  label: string
  amount: number
  currency: string
}

const REFUNDS = `marketplace_refund_share r join marketplace_placed_order o on o.order_id = r.order_id`
const REFUNDED_WITHIN = within("r.occurred_at", "r.seller_id")

/** Refunded. Formula: Σ of the parts of refunds, on the day of the refund. Unit: cents of a currency. */
export const refunded = sqlFigure<RefundRow>({
  code: "REFUNDED",
  unit: "MONEY",
  form: "SUM",
  better: "DOWN",
  boards: BOTH,
  days: `select ${parisDay("r.occurred_at")} as day, o.currency, sum(r.amount) as top
    from ${REFUNDS} where ${REFUNDED_WITHIN} group by 1, 2`,
  rows: `select r.id, r.order_id, o.number, r.occurred_at as at, r.amount, o.currency,
      coalesce(l.title, r.label) as label, ${traderName("r.seller_id")} as name
    from ${REFUNDS} left join marketplace_seller_order_line l on l.line_id = r.line_id
    where r.amount > 0 and ${REFUNDED_WITHIN} order by r.occurred_at desc, r.id`,
  columns: [
    orderColumn<RefundRow>(),
    moment("at", (row) => row.at),
    text("trader", (row) => row.name),
    text("product", (row) => row.label),
    money("amount", (row: RefundRow) => row.amount),
  ],
  key: (row) => row.id,
  about: aboutOrder,
})
