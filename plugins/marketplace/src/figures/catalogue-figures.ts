import type { DayParts, FigureSource } from "./figure"
import { parisDay } from "./period"
import { select, selectRows } from "./query"
import { aboutProduct, moment, sqlFigure, text } from "./sql-figure"

const SHEETS = `from marketplace_product_sheet s
  join product p on p.id = s.product_id and p.deleted_at is null
  where s.owner_seller_id is null and s.deleted_at is null`

const title = `coalesce(s.i18n -> 'fr' ->> 'title', p.title)`

/** K10, product sheets added. Formula: catalogue sheets created on the day. Unit: sheets; the value is today's. */
export const sheetsAdded = sqlFigure<SheetRow>({
  code: "K10",
  unit: "COUNT",
  form: "LAST",
  better: "UP",
  boards: ["OPERATOR"],
  days: `select ${parisDay("s.created_at")} as day, count(*) as top ${SHEETS}
    and s.created_at >= :from and s.created_at < :to group by 1`,
  rows: `select s.product_id as id, ${title} as title, s.brand, s.source, s.created_at as at ${SHEETS}
    and s.created_at >= :from and s.created_at < :to order by s.created_at desc, s.product_id`,
  columns: [
    text("product", (row) => row.title),
    text("brand", (row) => row.brand),
    text("source", (row) => row.source),
    moment("at", (row) => row.at),
  ],
  key: (row) => row.id,
  about: aboutProduct,
})

interface SheetRow {
  id: string
  title: string
  brand: string | null
  source: string | null
  at: Date
}

/** The pictures that must be there before a sheet counts as well shown. */
const MORE_THAN = 2

/**
 * K11, share of sheets with more than two pictures. Formula: catalogue sheets with at least three pictures ÷ catalogue
 * sheets, at the end of the day. Past days count the pictures there are now by the day each one came. Unit: percent; the
 * value is today's.
 */
export const wellPictured: FigureSource = {
  code: "K11",
  unit: "PERCENT",
  form: "LAST",
  better: "UP",
  boards: ["OPERATOR"],
  async parts(container, { days, to }) {
    const rows = await select<{ day: string; sheets: string; pictured: string }>(
      container,
      `select day, count(*) filter (where what = 'sheet') as sheets, count(*) filter (where what = 'third') as pictured
       from (
         select ${parisDay("s.created_at")} as day, 'sheet' as what ${SHEETS} and s.created_at < :to
         union all
         select ${parisDay("greatest(s.created_at, third.at)")}, 'third'
         from marketplace_product_sheet s
         join product p on p.id = s.product_id and p.deleted_at is null
         join lateral (
           select i.created_at as at from image i where i.product_id = p.id and i.deleted_at is null
           order by i.created_at, i.id offset ${MORE_THAN} limit 1
         ) third on true
         where s.owner_seller_id is null and s.deleted_at is null and s.created_at < :to and third.at < :to
       ) as events group by 1 order by 1`,
      { to },
    )
    return runningShare(
      days,
      rows.map((row) => ({ day: row.day, top: Number(row.pictured), bottom: Number(row.sheets) })),
    )
  },
  rows: (container, _period, { page }) =>
    selectRows<{ id: string; title: string; brand: string | null; pictures: number; at: Date }>(
      container,
      {
        sql: `select s.product_id as id, ${title} as title, s.brand, s.created_at as at,
            (select count(*)::int from image i where i.product_id = p.id and i.deleted_at is null) as pictures ${SHEETS}
            and (select count(*) from image i where i.product_id = p.id and i.deleted_at is null) <= ${MORE_THAN}
          order by pictures, s.created_at desc, s.product_id`,
        bindings: {},
        page,
      },
      {
        columns: [
          { key: "product", kind: "TEXT" },
          { key: "brand", kind: "TEXT" },
          { key: "pictures", kind: "NUMBER" },
          { key: "at", kind: "DATE_TIME" },
        ],
        key: (row) => row.id,
        about: (row) => ({ type: "PRODUCT", id: row.id }),
        cells: (row) => [{ text: row.title }, { text: row.brand }, { number: row.pictures }, { at: row.at }],
      },
    ),
}

/** What came each day, added up to what was there at the end of each of `days`. `came` is in the order of its days. */
export function runningShare(
  days: readonly string[],
  came: readonly Required<Omit<DayParts, "currency">>[],
): DayParts[] {
  let [top, bottom, next] = [0, 0, 0]
  return days.map((day) => {
    while (next < came.length && came[next]!.day <= day) {
      top += came[next]!.top
      bottom += came[next]!.bottom
      next += 1
    }
    return { day, top, bottom }
  })
}
