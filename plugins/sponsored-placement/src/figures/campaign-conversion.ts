import type { MedusaContainer } from "@medusajs/framework/types"
import { type FigureSource, type Period, productOrders, selectFigure } from "@gondola/marketplace"
import { INVALID } from "../clicks/invalid-traffic"
import { type ClickedProduct, type ConvertedClicks, converted } from "./converted"
import { bounds, RUNNING } from "./running-campaigns"

async function readConversions(container: MedusaContainer, period: Period): Promise<ConvertedClicks[]> {
  const clicked = await selectFigure<ClickedProduct>(
    container,
    `select k.id as "campaignId", k.name, a.name as advertiser, c.product_id as "productId",
       to_char(c.day, 'YYYY-MM-DD') as day, count(*)::int as clicks
     ${RUNNING.replace("where", "join sponsored_advertiser a on a.id = k.advertiser_id where")}
     group by k.id, k.name, a.name, c.product_id, c.day`,
    { ...bounds(period), now: period.to, invalid: [...INVALID] },
  )
  const products = [...new Set(clicked.map(({ productId }) => productId))]
  return converted(clicked, await productOrders(container, period, products))
}

const sum = (rows: readonly ConvertedClicks[], key: "orders" | "clicks"): number =>
  rows.reduce((total, row) => total + row[key], 0)

function grouped(rows: readonly ConvertedClicks[], by: "day" | "campaignId"): ConvertedClicks[][] {
  const groups = new Map<string, ConvertedClicks[]>()
  for (const row of rows) groups.set(row[by], [...(groups.get(row[by]) ?? []), row])
  return [...groups.values()]
}

/**
 * K5, conversion of the running campaigns. Formula: orders that hold a product on the day on which its ad was clicked, a
 * day at most as many as its valid clicks ÷ valid clicks. Which click led to which order is kept nowhere: it is what the
 * clicks can have led to, at the most. Unit: percent.
 */
export const campaignConversion: FigureSource = {
  code: "K5",
  unit: "PERCENT",
  form: "RATIO",
  better: "UP",
  boards: ["OPERATOR"],
  parts: async (container, period) =>
    grouped(await readConversions(container, period), "day").map((rows) => ({
      day: rows[0]!.day,
      top: sum(rows, "orders"),
      bottom: sum(rows, "clicks"),
    })),
  async rows(container, period, { page }) {
    const campaigns = grouped(await readConversions(container, period), "campaignId").sort(
      (a, b) => sum(b, "clicks") - sum(a, "clicks") || (a[0]!.campaignId < b[0]!.campaignId ? -1 : 1),
    )
    return {
      columns: [
        { key: "campaign", kind: "TEXT" },
        { key: "advertiser", kind: "TEXT" },
        { key: "clicks", kind: "NUMBER" },
        { key: "orders", kind: "NUMBER" },
        { key: "rate", kind: "PERCENT" },
      ],
      total: campaigns.length,
      rows: campaigns.slice(page.skip, page.skip + page.take).map((rows) => {
        const { campaignId, name, advertiser } = rows[0]!
        const [clicks, orders] = [sum(rows, "clicks"), sum(rows, "orders")]
        return {
          key: campaignId,
          about: { type: "CAMPAIGN", id: campaignId },
          cells: [
            { text: name },
            { text: advertiser },
            { number: clicks },
            { number: orders },
            { number: (100 * orders) / clicks },
          ],
        }
      }),
    }
  },
}
