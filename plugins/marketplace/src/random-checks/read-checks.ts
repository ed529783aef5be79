import type { MedusaContainer } from "@medusajs/framework/types"
import type { ProductSafety } from "../catalogue/draft"
import { knexOf } from "../modules/marketplace/resolve"
import type { CheckOutcome } from "./record-check"

export interface CheckView {
  readonly id: string
  readonly week: string
  readonly drawnAt: Date
  readonly productId: string
  readonly handle: string
  readonly title: string
  readonly titleEn: string
  readonly brand: string | null
  readonly image: string | null
  readonly gtins: readonly string[]
  readonly safety: ProductSafety | null
  readonly offerId: string | null
  readonly sellerId: string | null
  readonly sellerName: string | null
  readonly outcome: CheckOutcome | null
  readonly finding: string | null
  readonly checkedAt: Date | null
  /** Wrong safety data that were mended since. */
  readonly mendedAt: Date | null
  readonly takedownId: string | null
  readonly takedownNumber: number | null
}

export interface CheckFilter {
  readonly search?: string | null
  readonly waiting?: boolean | null
  readonly outcome?: CheckOutcome | null
  readonly id?: string | null
  readonly page: { readonly skip: number; readonly take: number }
}

/** The queue: what waits first, the oldest on top; below it what was looked at, the newest first. */
export async function listChecks(
  container: MedusaContainer,
  filter: CheckFilter,
): Promise<{ items: CheckView[]; total: number }> {
  const words = filter.search?.trim() || null
  const from = `from marketplace_random_check c
    join marketplace_check_round r on r.week = c.week
    join product p on p.id = c.product_id
    join marketplace_product_sheet s on s.product_id = c.product_id
    left join marketplace_seller seller on seller.id = c.seller_id
    left join marketplace_takedown t on t.id = c.takedown_id
    where (cast(:id as text) is null or c.id = :id)
      and (cast(:waiting as boolean) is null or (c.outcome is null) = :waiting)
      and (cast(:outcome as text) is null or c.outcome = :outcome)
      and (cast(:like as text) is null or p.title ilike :like or seller.name ilike :like
        or exists (select 1 from marketplace_gtin g where g.product_id = p.id and g.gtin = :words))`
  const bindings = {
    id: filter.id ?? null,
    waiting: filter.waiting ?? null,
    outcome: filter.outcome ?? null,
    words,
    like: words && `%${words.replace(/[\\%_]/g, "\\$&")}%`,
    ...filter.page,
  } as never
  const knex = knexOf(container)
  const { rows } = await knex.raw<{ rows: CheckView[] }>(
    `select c.id, c.week, r.at as "drawnAt", c.product_id as "productId", p.handle, p.title,
       coalesce(nullif(s.i18n -> 'en' ->> 'title', ''), p.title) as "titleEn", s.brand, p.thumbnail as image,
       array(select g.gtin from marketplace_gtin g where g.product_id = p.id order by g.gtin) as gtins, s.safety,
       c.offer_id as "offerId", c.seller_id as "sellerId", seller.name as "sellerName", c.outcome, c.finding,
       c.checked_at as "checkedAt", c.mended_at as "mendedAt", c.takedown_id as "takedownId",
       t.number::int as "takedownNumber"
     ${from}
     order by c.outcome is not null, case when c.outcome is null then r.at end, c.checked_at desc, c.id
     limit :take offset :skip`,
    bindings,
  )
  const count = await knex.raw<{ rows: { n: number }[] }>(`select count(*)::int as n ${from}`, bindings)
  return { items: rows, total: count.rows[0]?.n ?? 0 }
}

export interface CheckRound {
  readonly week: string
  readonly at: Date
  readonly seed: string
  readonly rate: number
  readonly offers: number
  readonly traders: number
  readonly drawn: number
  readonly open: number
  readonly wrong: number
  readonly illegal: number
}

/** The last half year of draws with what came of them. */
export async function readRounds(container: MedusaContainer): Promise<CheckRound[]> {
  const { rows } = await knexOf(container).raw<{ rows: CheckRound[] }>(
    `select r.week, r.at, r.seed, r.rate, r.offers, r.traders, r.drawn,
       count(c.id) filter (where c.outcome is null)::int as open,
       count(c.id) filter (where c.outcome = 'safety_wrong')::int as wrong,
       count(c.id) filter (where c.outcome = 'illegal')::int as illegal
     from marketplace_check_round r left join marketplace_random_check c on c.week = r.week
     group by r.week order by r.week desc limit 26`,
  )
  return rows
}
