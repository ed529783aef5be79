import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { dayOf } from "./paris-time"
import { aboutProduct, number, sqlFigure, text } from "./sql-figure"

/** Whoever needs longer went away in between, and tells nothing about the search. */
export const LONGEST_SECONDS = 7200
/** Longer than this is too long (K20). */
const SLOW_SECONDS = 120

export interface Find {
  /** From the first query of a session to its first article in the basket. */
  readonly seconds: number
  /** Where it ended. */
  readonly productId: string
}

/** The same on the day of `at`, as often as `finds` says. */
export interface FindsSeen extends Find {
  readonly at: Date
  readonly finds: number
}

/**
 * Adds measures to the days: how long it took, to which product. Nothing about who, and no time of day. A product that
 * is not there counts nothing.
 */
export async function recordFinds(container: MedusaContainer, seen: readonly FindsSeen[]): Promise<void> {
  for (const { seconds } of seen)
    if (!Number.isInteger(seconds) || seconds < 0 || seconds > LONGEST_SECONDS)
      throw badInput(`seconds is a whole number from 0 to ${LONGEST_SECONDS}`)
  const rows = seen.map(({ at, productId, seconds, finds }) => ({
    day: dayOf(at),
    product_id: productId,
    seconds,
    finds,
  }))
  await knexOf(container).raw(
    `insert into marketplace_find_day (day, product_id, seconds, finds)
     select x.day, s.product_id, x.seconds, sum(x.finds)
     from json_to_recordset(?::json) as x(day text, product_id text, seconds int, finds bigint)
     join marketplace_product_sheet s on s.product_id = x.product_id and s.owner_seller_id is null
     where x.finds > 0 group by x.day, s.product_id, x.seconds order by x.day, s.product_id, x.seconds
     on conflict (day, product_id, seconds) do update set finds = marketplace_find_day.finds + excluded.finds`,
    [JSON.stringify(rows)],
  )
}

/** One session of a shopper who agreed to be measured. @throws BAD_INPUT */
export const countFind = (container: MedusaContainer, find: Find): Promise<void> =>
  recordFinds(container, [{ ...find, at: clockOf(container).now(), finds: 1 }])

interface FoundRow {
  id: string
  title: string
  finds: string
  middle: string
  slow: string
}

const FOUND = `from marketplace_find_day f where f.day between :first and :last`

/** The products that were found, the slowest on top. */
const ROWS = {
  rows: `select found.id, coalesce(s.i18n -> 'fr' ->> 'title', p.title) as title, found.finds, found.middle, found.slow
    from (
      select f.product_id as id, sum(f.finds)::text as finds,
        (100.0 * sum(f.finds) filter (where f.seconds > ${SLOW_SECONDS}) / sum(f.finds))::text as slow,
        (select percentile_cont(0.5) within group (order by each.seconds)
         from marketplace_find_day each cross join generate_series(1, each.finds)
         where each.product_id = f.product_id and each.day between :first and :last)::text as middle
      ${FOUND} group by f.product_id
    ) found
    join product p on p.id = found.id
    left join marketplace_product_sheet s on s.product_id = found.id
    order by found.middle::numeric desc, 2, 1`,
  columns: [
    text("product", (row: FoundRow) => row.title),
    number("finds", (row: FoundRow) => row.finds),
    number("median", (row: FoundRow) => row.middle, "SECONDS"),
    number("slow", (row: FoundRow) => row.slow ?? 0, "PERCENT"),
  ],
  key: (row: FoundRow) => row.id,
  about: aboutProduct,
}

/**
 * K20, time to product. Formula: median over sessions of the time from the first query to the first article put in the
 * basket. Sessions of shoppers who agreed to be measured, and which ended in a basket within two hours. Unit: seconds.
 */
export const timeToProduct = sqlFigure<FoundRow>({
  code: "K20",
  unit: "SECONDS",
  form: "MEDIAN",
  better: "DOWN",
  boards: ["OPERATOR"],
  days: `select f.day, f.seconds as top, sum(f.finds) as bottom ${FOUND} group by f.day, f.seconds`,
  ...ROWS,
})

/** K20, share over two minutes. Formula: those sessions that took more than 120 seconds ÷ those sessions. Unit: percent. */
export const slowFinds = sqlFigure<FoundRow>({
  code: "K20_SLOW",
  unit: "PERCENT",
  form: "RATIO",
  better: "DOWN",
  boards: ["OPERATOR"],
  days: `select f.day, sum(f.finds) as bottom, coalesce(sum(f.finds) filter (where f.seconds > ${SLOW_SECONDS}), 0) as top
    ${FOUND} group by f.day`,
  ...ROWS,
})
