import type { FigureSource } from "./figure"
import { aboutProduct, money, number, sqlFigure, text, traderName } from "./sql-figure"

const SHAPE = { code: "BUY_BOX_SHARE", unit: "PERCENT", form: "RATIO", better: "UP" } as const

interface TraderRow {
  id: string
  name: string
  boxes: string
  won: string
  share: string
}

/** The retailer's own, and behind it every trader's. */
const ofHouse = sqlFigure<TraderRow>({
  ...SHAPE,
  boards: ["OPERATOR"],
  days: `select b.day, sum(b.boxes) as bottom, sum(b.won) as top from marketplace_buy_box_day b
    where b.seller_id = '' and b.day between :first and :last group by b.day`,
  rows: `select b.seller_id as id, ${traderName("b.seller_id")} as name, sum(b.boxes)::text as boxes,
      sum(b.won)::text as won, (100.0 * sum(b.won) / nullif(sum(b.boxes), 0))::text as share
    from marketplace_buy_box_day b where b.day between :first and :last
    group by b.seller_id order by sum(b.won) desc, 2`,
  columns: [
    text("trader", (row) => row.name),
    number("boxes", (row) => row.boxes),
    number("wins", (row) => row.won),
    number("share", (row) => row.share, "PERCENT"),
  ],
  key: (row) => row.id || "retailer",
  about: (row) => (row.id ? { type: "SELLER", id: row.id } : undefined),
})

interface PlaceRow {
  id: string
  variant_id: string
  title: string
  won: boolean
  landed: number
  best: number
  winner: string
  currency: string
}

/** One seller's, and behind it its offers where they stand now, those that lose first. */
const ofSeller = sqlFigure<PlaceRow>({
  ...SHAPE,
  boards: ["SELLER"],
  days: `select b.day, sum(b.boxes) as bottom, sum(b.won) as top from marketplace_buy_box_day b
    where b.seller_id = :seller and b.day between :first and :last group by b.day`,
  rows: `select b.product_id as id, b.variant_id, b.won, b.landed,
      coalesce(s.i18n -> 'fr' ->> 'title', p.title) || case when exists (
        select 1 from product_variant w where w.product_id = b.product_id and w.id <> b.variant_id and w.deleted_at is null
      ) then ' · ' || v.title else '' end as title, best.landed as best, ${traderName("best.seller_id")} as winner, b.currency
    from marketplace_buy_box_place b
    join product p on p.id = b.product_id
    join product_variant v on v.id = b.variant_id
    left join marketplace_product_sheet s on s.product_id = b.product_id
    join marketplace_buy_box_place best on best.variant_id = b.variant_id and best.won
    where b.seller_id = :seller order by b.won, b.landed - best.landed desc, 5, b.variant_id`,
  columns: [
    text("product", (row) => row.title),
    text("wins", (row) => (row.won ? "WON" : "LOST"), "STATE"),
    money("landed", (row: PlaceRow) => row.landed),
    money("bestLanded", (row: PlaceRow) => row.best),
    text("winner", (row) => row.winner),
  ],
  key: (row) => row.variant_id,
  about: aboutProduct,
})

/**
 * Buy-box share of a trader. Formula: boxes it holds ÷ boxes in which it has an offer in stock, over the days that were
 * counted (the last count of a day stands). Unit: percent. The operator's board shows the retailer's.
 */
export const buyBoxShare: FigureSource = {
  ...ofHouse,
  boards: ["OPERATOR", "SELLER"],
  parts: (container, period, scope) => (scope.sellerId === null ? ofHouse : ofSeller).parts(container, period, scope),
  rows: (container, period, asked) => (asked.sellerId === null ? ofHouse : ofSeller).rows(container, period, asked),
}
