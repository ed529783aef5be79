import { measureShare, recordPages, recordStockHour, setFigureTarget } from "@gondola/marketplace"
import type { House } from "./open-house"
import type { Stage } from "./stage"

const DAYS = 60
const STOCK_DAYS = 14
const HOURS_APART = 6
const BOX_DAYS = 8

const targets = [
  { code: "K7", value: 95 },
  { code: "K8", value: 98 },
  { code: "K9", value: 2 },
  { code: "K11", value: 80 },
] as const

/** Two months of pages looked at, two weeks of stock noted, a week of buy boxes counted, and the operator's targets: boards with something to say. */
export async function measure(stage: Stage, house: House): Promise<void> {
  const pages = []
  for (let ago = DAYS; ago >= 0; ago--) {
    stage.daysAgo(ago)
    // Quiet Sundays, and a little more from week to week.
    const busy = (stage.now.getDay() === 0 ? 0.6 : 1) * (1 + (DAYS - ago) / 90)
    const kinds = [
      { kind: "home", entries: 9, pages: 14 },
      { kind: "search", entries: 5, pages: 24 },
      { kind: "category", entries: 4, pages: 18 },
    ] as const
    for (const locale of ["fr", "en"] as const) {
      const share = (locale === "fr" ? 1 : 0.2) * busy
      for (const { kind, entries, pages: seen } of kinds)
        pages.push({
          kind,
          locale,
          productId: null,
          at: stage.now,
          pages: Math.round(seen * share),
          sessions: Math.round(entries * share),
        })
      house.products.slice(0, 24).forEach(({ productId }, index) =>
        pages.push({
          kind: "product" as const,
          locale,
          productId,
          at: stage.now,
          pages: Math.round(((index * 7 + ago) % 5) * share),
          sessions: index % 8 === 0 ? Math.round(share) : 0,
        }),
      )
    }
  }
  await recordPages(stage.container, pages)
  for (let hour = STOCK_DAYS * 24; hour > 0; hour -= HOURS_APART) {
    stage.daysAgo(hour / 24)
    await recordStockHour(stage.container)
  }
  for (let ago = BOX_DAYS; ago > 0; ago -= 2) {
    stage.daysAgo(ago)
    await measureShare(stage.container)
  }
  stage.daysAgo(0)
  for (const target of targets) await setFigureTarget(stage.container, "demonstration", target)
  stage.tell("pages, stock and targets fill the boards")
}
