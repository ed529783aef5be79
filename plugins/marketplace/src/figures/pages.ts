import { isbot } from "isbot"
import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { dayOf } from "./paris-time"
import { aboutProduct, number, sqlFigure, text } from "./sql-figure"

export const PAGE_KINDS = ["home", "search", "category", "product", "seller", "other"] as const
export type PageKind = (typeof PAGE_KINDS)[number]

export interface PageSeen {
  readonly kind: PageKind
  readonly locale: "fr" | "en"
  /** Of a product page. */
  readonly productId: string | null
  /** The shopper came from outside the shop: a session begins. */
  readonly entry: boolean
}

/** A browser always names itself; what names itself a robot is none of the shop's visitors. */
export const isPerson = (userAgent: string | undefined): boolean => Boolean(userAgent) && !isbot(userAgent)

/** Pages of one sort on the day of `at`. */
export interface PagesSeen extends Omit<PageSeen, "entry"> {
  readonly at: Date
  readonly pages: number
  readonly sessions: number
}

/** Adds counts to the days. Sorted by their keys, so that two calls never wait for each other in a circle. */
export async function recordPages(container: MedusaContainer, seen: readonly PagesSeen[]): Promise<void> {
  const rows = seen.map(({ at, productId, ...row }) => ({ ...row, day: dayOf(at), product_id: productId }))
  await knexOf(container).transaction(async (trx) => {
    await trx.raw(
      `insert into marketplace_page_day (day, kind, locale, pages, sessions)
       select day, kind, locale, sum(pages), sum(sessions)
       from json_to_recordset(?::json) as x(day text, kind text, locale text, pages bigint, sessions bigint)
       group by day, kind, locale order by day, kind, locale
       on conflict (day, kind, locale) do update set pages = marketplace_page_day.pages + excluded.pages,
         sessions = marketplace_page_day.sessions + excluded.sessions`,
      [JSON.stringify(rows)],
    )
    const products = rows.filter((row) => row.kind === "product" && row.product_id !== null)
    if (products.length === 0) return
    // Of products that are there: nobody fills the table with inventions.
    await trx.raw(
      `insert into marketplace_product_page_day (day, product_id, pages)
       select x.day, s.product_id, sum(x.pages)
       from json_to_recordset(?::json) as x(day text, product_id text, pages bigint)
       join marketplace_product_sheet s on s.product_id = x.product_id and s.owner_seller_id is null
       where x.pages > 0 group by x.day, s.product_id order by x.day, s.product_id
       on conflict (day, product_id) do update set pages = marketplace_product_page_day.pages + excluded.pages`,
      [JSON.stringify(products)],
    )
  })
}

/**
 * Counts a page by day, kind and language. No address, no identifier, no cookie and no time of day is kept, and nothing
 * is read from or left on the shopper's device, so nobody can be told from anybody else.
 */
export const countPage = (container: MedusaContainer, { entry, ...page }: PageSeen): Promise<void> =>
  recordPages(container, [{ ...page, at: clockOf(container).now(), pages: 1, sessions: entry ? 1 : 0 }])

/**
 * K2, sessions. Formula: pages opened by a person from outside the shop (another site, an address typed, a link in a
 * mail) ÷ days. It needs no identifier, and so counts visits, never visitors; two tabs are two. Unit: sessions a day.
 */
export const sessions = sqlFigure<PageDayRow>({
  code: "K2",
  unit: "PER_DAY",
  form: "MEAN",
  better: "UP",
  boards: ["OPERATOR"],
  days: `select day, sum(sessions) as top from marketplace_page_day where day between :first and :last group by day`,
  rows: `select day, kind, locale, sessions::text, pages::text from marketplace_page_day
    where day between :first and :last order by day desc, marketplace_page_day.sessions desc, kind, locale`,
  columns: [
    text("day", (row) => row.day, "DAY"),
    text("landing", (row) => `PAGE_${row.kind.toUpperCase()}`, "STATE"),
    text("language", (row) => row.locale),
    number("sessions", (row) => row.sessions),
    number("pages", (row) => row.pages),
  ],
  key: (row) => `${row.day}:${row.kind}:${row.locale}`,
})

interface PageDayRow {
  day: string
  kind: string
  locale: string
  sessions: string
  pages: string
}

/** The products on which a seller has an active offer, with their pages and its orders of each day. */
const OFFERED = `select distinct catalogue_product_id as id from marketplace_offer
  where seller_id = :seller and state = 'active' and deleted_at is null`

const ORDERED = `select l.catalogue_product_id as id, to_char(s.placed_at at time zone 'Europe/Paris', 'YYYY-MM-DD') as day,
    count(distinct s.order_id) as orders
  from marketplace_seller_order s join marketplace_seller_order_line l on l.seller_order_id = s.id
  where s.seller_id = :seller and s.placed_at >= :from and s.placed_at < :to group by 1, 2`

interface OfferedRow {
  id: string
  title: string
  pages: string
  orders: string
  share: string | null
}

/** Both figures of a seller's pages open the same rows: its products with their pages and orders. */
const OFFERED_ROWS = {
  rows: `select o.id, coalesce(s.i18n -> 'fr' ->> 'title', p.title) as title, coalesce(v.pages, 0)::text as pages,
      coalesce(b.orders, 0)::text as orders, (100.0 * coalesce(b.orders, 0) / v.pages)::text as share
    from (${OFFERED}) o
    join product p on p.id = o.id
    left join marketplace_product_sheet s on s.product_id = o.id
    left join (select product_id, sum(pages) as pages from marketplace_product_page_day
      where day between :first and :last group by product_id) v on v.product_id = o.id
    left join (select id, sum(orders) as orders from (${ORDERED}) days group by id) b on b.id = o.id
    where v.pages > 0 or b.orders > 0
    order by coalesce(v.pages, 0) desc, 2, 1`,
  columns: [
    text("product", (row: OfferedRow) => row.title),
    number("pages", (row: OfferedRow) => row.pages),
    number("orders", (row: OfferedRow) => row.orders),
    number("share", (row: OfferedRow) => row.share, "PERCENT"),
  ],
  key: (row: OfferedRow) => row.id,
  about: aboutProduct,
}

/** Page views. Formula: pages shown of the products on which the seller has an active offer. Unit: pages. */
export const pageViews = sqlFigure<OfferedRow>({
  code: "PAGE_VIEWS",
  unit: "COUNT",
  form: "SUM",
  better: "UP",
  boards: ["SELLER"],
  days: `select v.day, sum(v.pages) as top from marketplace_product_page_day v
    where v.day between :first and :last and v.product_id in (${OFFERED}) group by v.day`,
  ...OFFERED_ROWS,
})

/**
 * Conversion of own offers. Formula: orders in which the seller sold a product ÷ pages shown of that product, over the
 * products on which it has an active offer. Unit: percent. Pages on which another offer won the buy box count too.
 */
export const conversion = sqlFigure<OfferedRow>({
  code: "OFFER_CONVERSION",
  unit: "PERCENT",
  form: "RATIO",
  better: "UP",
  boards: ["SELLER"],
  days: `select v.day, sum(v.pages) as bottom, coalesce(sum(least(coalesce(o.orders, 0), v.pages)), 0) as top
    from marketplace_product_page_day v left join (${ORDERED}) o on o.id = v.product_id and o.day = v.day
    where v.day between :first and :last and v.product_id in (${OFFERED}) group by v.day`,
  ...OFFERED_ROWS,
})
