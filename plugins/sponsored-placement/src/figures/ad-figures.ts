import type { MedusaContainer } from "@medusajs/framework/types"
import { type FigureSource, type Period, selectDays, selectRows } from "@gondola/marketplace"
import { INVALID } from "../clicks/invalid-traffic"
import { AdAuctionEntity } from "../events/entities"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"
import { bounds, RUNNING } from "./running-campaigns"

/**
 * K6, traffic of the running campaigns. Formula: valid clicks (no robots, no repeats of a session, no bursts) on the ads
 * of campaigns that run now. Unit: clicks.
 */
export const campaignTraffic: FigureSource = {
  code: "K6",
  unit: "COUNT",
  form: "SUM",
  better: "UP",
  boards: ["OPERATOR"],
  parts: (container, period) =>
    selectDays(container, `select to_char(c.day, 'YYYY-MM-DD') as day, count(*) as top ${RUNNING} group by c.day`, {
      ...bounds(period),
      now: period.to,
      invalid: [...INVALID],
    }),
  rows: (container, period, { page }) =>
    selectRows<{ id: string; name: string; advertiser: string; clicks: number; billed: number; revenue: string }>(
      container,
      {
        sql: `select k.id, k.name, a.name as advertiser, count(*)::int as clicks, count(*) filter (where c.charged)::int as billed,
            (coalesce(sum(c.price_micros) filter (where c.charged), 0) / 10000.0)::text as revenue
          ${RUNNING.replace("where", "join sponsored_advertiser a on a.id = k.advertiser_id where")}
          group by k.id, k.name, a.name order by count(*) desc, k.id`,
        bindings: { ...bounds(period), now: period.to, invalid: [...INVALID] },
        page,
      },
      {
        columns: [
          { key: "campaign", kind: "TEXT" },
          { key: "advertiser", kind: "TEXT" },
          { key: "clicks", kind: "NUMBER" },
          { key: "billed", kind: "NUMBER" },
          { key: "revenue", kind: "MONEY" },
        ],
        key: (row) => row.id,
        about: (row) => ({ type: "CAMPAIGN", id: row.id }),
        cells: (row) => [
          { text: row.name },
          { text: row.advertiser },
          { number: row.clicks },
          { number: row.billed },
          { number: Number(row.revenue), currency: "EUR" },
        ],
      },
    ),
}

/** Pages that asked for ads, by day; their log may stand on a server of its own. */
async function pagesByDay(container: MedusaContainer, period: Period): Promise<Map<string, number>> {
  const source = await sponsoredOf(container).events.source()
  const rows = await source
    .getRepository(AdAuctionEntity)
    .createQueryBuilder("a")
    .select("to_char(a.day, 'YYYY-MM-DD')", "day")
    .addSelect("count(*)", "n")
    .where("a.day between :first and :last", bounds(period))
    .groupBy("a.day")
    .getRawMany<{ day: string; n: string }>()
  return new Map(rows.map((row) => [row.day, Number(row.n)]))
}

const revenueByDay = (container: MedusaContainer, period: Period) =>
  selectDays(
    container,
    `select to_char(c.day, 'YYYY-MM-DD') as day, a.currency, sum(c.price_micros) / 10000.0 as top, count(*) as bottom
     from sponsored_click c join sponsored_advertiser a on a.id = c.advertiser_id
     where c.charged and c.day between cast(:first as date) and cast(:last as date) group by c.day, a.currency`,
    bounds(period),
  )

/**
 * K28, merchandising revenue. Formula: Σ price of the charged clicks; the rows give it per 1,000 pages that asked for ads
 * too. Unit: cents of a currency.
 */
export const adRevenue: FigureSource = {
  code: "K28",
  unit: "MONEY",
  form: "SUM",
  better: "UP",
  boards: ["OPERATOR"],
  parts: async (container, period) =>
    (await revenueByDay(container, period)).map(({ day, currency, top }) => ({
      day,
      top,
      ...(currency && { currency }),
    })),
  async rows(container, period, { page }) {
    const [pages, revenue] = await Promise.all([pagesByDay(container, period), revenueByDay(container, period)])
    const days = [...period.days].reverse().filter((day) => pages.has(day) || revenue.some((row) => row.day === day))
    const rows = days.flatMap((day) => {
      const own = revenue.filter((row) => row.day === day)
      const shown = pages.get(day) ?? 0
      return (own.length > 0 ? own : [{ top: 0, bottom: 0, currency: "EUR" }]).map(
        ({ top, bottom, currency = "EUR" }) => ({
          key: `${day}:${currency}`,
          cells: [
            { text: day },
            { number: shown },
            { number: bottom ?? 0 },
            { number: top, currency },
            { number: shown === 0 ? null : (1000 * top) / shown, currency },
          ],
        }),
      )
    })
    return {
      columns: [
        { key: "day", kind: "DAY" },
        { key: "pages", kind: "NUMBER" },
        { key: "billed", kind: "NUMBER" },
        { key: "revenue", kind: "MONEY" },
        { key: "perThousand", kind: "MONEY" },
      ],
      total: rows.length,
      rows: rows.slice(page.skip, page.skip + page.take),
    }
  },
}
