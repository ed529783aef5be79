import type { FigureSource } from "./figure"
import { parisDay } from "./period"
import { ofSeller, selectDays, selectRows } from "./query"

const WITHIN = `s.placed_at >= :from and s.placed_at < :to and ${ofSeller("s.seller_id")}`

interface OrderRow {
  order_id: string
  number: number
  placed_at: Date
  traders: string
  goods: string
  currency: string
}

const orderRows =
  (sql: string): FigureSource["rows"] =>
  (container, { from, to }, { page, sellerId }) =>
    selectRows<OrderRow>(
      container,
      { sql, bindings: { from, to, seller: sellerId }, page },
      {
        columns: [
          { key: "order", kind: "TEXT" },
          { key: "placed", kind: "DATE_TIME" },
          { key: "trader", kind: "TEXT" },
          { key: "goods", kind: "MONEY" },
        ],
        key: (row) => row.order_id,
        about: (row) => ({ type: "ORDER", id: row.order_id }),
        cells: (row) => [
          { text: `#${row.number}` },
          { at: row.placed_at },
          { text: row.traders },
          { number: Number(row.goods), currency: row.currency },
        ],
      },
    )

const ORDERS = `select o.order_id, o.number, o.placed_at, o.currency, sum(s.items_total)::text as goods,
    string_agg(distinct coalesce(seller.name, (select name from marketplace_retailer)), ', ') as traders
  from marketplace_seller_order s
  join marketplace_placed_order o on o.order_id = s.order_id
  left join marketplace_seller seller on seller.id = s.seller_id
  where ${WITHIN}
  group by o.order_id order by o.placed_at desc, o.number desc`

/**
 * K1, orders per day. Formula: orders placed ÷ days of the period. Unit: orders a day (the mean; each day's point is its
 * count). A seller's board counts the orders in which it has a part.
 */
export const ordersPerDay: FigureSource = {
  code: "K1",
  unit: "PER_DAY",
  form: "MEAN",
  better: "UP",
  boards: ["OPERATOR", "SELLER"],
  parts: (container, { from, to }, { sellerId }) =>
    selectDays(
      container,
      `select ${parisDay("s.placed_at")} as day, count(distinct s.order_id) as top
       from marketplace_seller_order s where ${WITHIN} group by 1`,
      { from, to, seller: sellerId },
    ),
  rows: orderRows(ORDERS),
}

/** Goods sold. Formula: Σ price of the lines with VAT, without delivery, before refunds. Unit: cents of a currency. */
export const goodsSold: FigureSource = {
  code: "GOODS_SOLD",
  unit: "MONEY",
  form: "SUM",
  better: "UP",
  boards: ["OPERATOR", "SELLER"],
  parts: (container, { from, to }, { sellerId }) =>
    selectDays(
      container,
      `select ${parisDay("s.placed_at")} as day, o.currency, sum(s.items_total) as top
       from marketplace_seller_order s join marketplace_placed_order o on o.order_id = s.order_id
       where ${WITHIN} group by 1, 2`,
      { from, to, seller: sellerId },
    ),
  rows: orderRows(ORDERS),
}

/**
 * K19, the marketplace's share of GMV. Formula: Σ goods of sellers ÷ Σ goods of all, in one currency. Unit: percent.
 */
export const marketplaceShare: FigureSource = {
  code: "K19",
  unit: "PERCENT",
  form: "RATIO",
  better: null,
  boards: ["OPERATOR"],
  parts: (container, { from, to }) =>
    selectDays(
      container,
      `select ${parisDay("s.placed_at")} as day, o.currency,
         coalesce(sum(s.items_total) filter (where s.seller_id is not null), 0) as top, sum(s.items_total) as bottom
       from marketplace_seller_order s join marketplace_placed_order o on o.order_id = s.order_id
       where ${WITHIN} group by 1, 2`,
      { from, to, seller: null },
    ),
  rows: (container, { from, to }, { page }) =>
    selectRows<{ id: string | null; name: string; currency: string; orders: number; goods: string; share: string }>(
      container,
      {
        sql: `select s.seller_id as id, coalesce(seller.name, (select name from marketplace_retailer)) as name, o.currency,
            count(*)::int as orders, sum(s.items_total)::text as goods,
            (100.0 * sum(s.items_total) / nullif(sum(sum(s.items_total)) over (partition by o.currency), 0))::text as share
          from marketplace_seller_order s
          join marketplace_placed_order o on o.order_id = s.order_id
          left join marketplace_seller seller on seller.id = s.seller_id
          where ${WITHIN}
          group by s.seller_id, seller.name, o.currency order by o.currency, sum(s.items_total) desc, 2`,
        bindings: { from, to, seller: null },
        page,
      },
      {
        columns: [
          { key: "trader", kind: "TEXT" },
          { key: "orders", kind: "NUMBER" },
          { key: "goods", kind: "MONEY" },
          { key: "share", kind: "PERCENT" },
        ],
        key: (row) => `${row.id ?? "retailer"}:${row.currency}`,
        about: (row) => (row.id ? { type: "SELLER", id: row.id } : undefined),
        cells: (row) => [
          { text: row.name },
          { number: row.orders },
          { number: Number(row.goods), currency: row.currency },
          { number: Number(row.share) },
        ],
      },
    ),
}

/** Units sold. Formula: Σ quantity of the lines. Unit: pieces. */
export const unitsSold: FigureSource = {
  code: "UNITS_SOLD",
  unit: "COUNT",
  form: "SUM",
  better: "UP",
  boards: ["SELLER"],
  parts: (container, { from, to }, { sellerId }) =>
    selectDays(
      container,
      `select ${parisDay("s.placed_at")} as day, sum(l.quantity) as top
       from marketplace_seller_order s join marketplace_seller_order_line l on l.seller_order_id = s.id
       where ${WITHIN} group by 1`,
      { from, to, seller: sellerId },
    ),
  rows: (container, { from, to }, { page, sellerId }) =>
    selectRows<{ id: string; title: string; currency: string; units: string; goods: string }>(
      container,
      {
        sql: `select l.catalogue_product_id as id, max(l.title) as title, o.currency, sum(l.quantity)::text as units,
            sum(l.total)::text as goods
          from marketplace_seller_order s
          join marketplace_seller_order_line l on l.seller_order_id = s.id
          join marketplace_placed_order o on o.order_id = s.order_id
          where ${WITHIN} group by l.catalogue_product_id, o.currency order by sum(l.quantity) desc, 2`,
        bindings: { from, to, seller: sellerId },
        page,
      },
      {
        columns: [
          { key: "product", kind: "TEXT" },
          { key: "units", kind: "NUMBER" },
          { key: "goods", kind: "MONEY" },
        ],
        key: (row) => `${row.id}:${row.currency}`,
        about: (row) => ({ type: "PRODUCT", id: row.id }),
        cells: (row) => [
          { text: row.title },
          { number: Number(row.units) },
          { number: Number(row.goods), currency: row.currency },
        ],
      },
    ),
}

/** Refunded. Formula: Σ of the parts of refunds, on the day of the refund. Unit: cents of a currency. */
export const refunded: FigureSource = {
  code: "REFUNDED",
  unit: "MONEY",
  form: "SUM",
  better: "DOWN",
  boards: ["OPERATOR", "SELLER"],
  parts: (container, { from, to }, { sellerId }) =>
    selectDays(
      container,
      `select ${parisDay("r.occurred_at")} as day, o.currency, sum(r.amount) as top
       from marketplace_refund_share r join marketplace_placed_order o on o.order_id = r.order_id
       where r.occurred_at >= :from and r.occurred_at < :to and ${ofSeller("r.seller_id")} group by 1, 2`,
      { from, to, seller: sellerId },
    ),
  rows: (container, { from, to }, { page, sellerId }) =>
    selectRows<{
      id: string
      order_id: string
      number: number
      at: Date
      name: string
      label: string
      amount: number
      currency: string
    }>(
      container,
      {
        sql: `select r.id, r.order_id, o.number, r.occurred_at as at, r.amount, o.currency,
            coalesce(l.title, r.label) as label, coalesce(seller.name, (select name from marketplace_retailer)) as name
          from marketplace_refund_share r
          join marketplace_placed_order o on o.order_id = r.order_id
          left join marketplace_seller_order_line l on l.line_id = r.line_id
          left join marketplace_seller seller on seller.id = r.seller_id
          where r.occurred_at >= :from and r.occurred_at < :to and r.amount > 0 and ${ofSeller("r.seller_id")}
          order by r.occurred_at desc, r.id`,
        bindings: { from, to, seller: sellerId },
        page,
      },
      {
        columns: [
          { key: "order", kind: "TEXT" },
          { key: "at", kind: "DATE_TIME" },
          { key: "trader", kind: "TEXT" },
          { key: "product", kind: "TEXT" },
          { key: "amount", kind: "MONEY" },
        ],
        key: (row) => row.id,
        about: (row) => ({ type: "ORDER", id: row.order_id }),
        cells: (row) => [
          { text: `#${row.number}` },
          { at: row.at },
          { text: row.name },
          { text: row.label },
          { number: row.amount, currency: row.currency },
        ],
      },
    ),
}
