import { randomUUID } from "node:crypto"
import { placeSponsored, recordClick, recordViews, type Shelf, type View } from "@gondola/sponsored-placement"
import { departments } from "./content/departments"
import { articles } from "./drafts"
import type { House } from "./open-house"
import type { Stage } from "./stage"

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/144.0.0.0 Safari/537.36"
const DAYS = 20

/** What shoppers looked at: a word, or a category. */
const pages = [
  { query: "pull" },
  { query: "lampe" },
  { query: "lanterne" },
  { category: "vetements" },
  { category: "luminaires" },
  { category: "exterieur" },
]

/** Three weeks of visits: each page holds its auction, ads are seen, a few are pressed and paid for. */
export async function showAds(stage: Stage, house: House): Promise<void> {
  const chance = drawing(20)
  let clicks = 0
  for (let day = DAYS; day > 0; day--) {
    stage.daysAgo(day - 0.3)
    const views: View[] = []
    for (const page of pages) {
      // A little more every day, and more for lamps than for the rest.
      const visits = 1 + Math.floor(chance() * (2 + (DAYS - day) / 8))
      for (let visit = 0; visit < visits; visit++) {
        const placed = await placeSponsored(stage.container, shelfOf(page, house))
        for (const { token, slot } of placed) {
          views.push({ token, slot, kind: "impression" })
          if (chance() < 0.75) views.push({ token, slot, kind: "viewable" })
          if (chance() > 0.14) continue
          const address = `198.51.100.${1 + Math.floor(chance() * 250)}`
          if ((await recordClick(stage.container, { token, slot, userAgent: BROWSER, address })).charged) clicks += 1
        }
      }
    }
    for (let from = 0; from < views.length; from += 100)
      await recordViews(stage.container, views.slice(from, from + 100), BROWSER)
  }
  stage.tell(`shoppers pressed ${clicks} ads`)
}

function shelfOf({ query, category }: { query?: string; category?: string }, { products }: House): Shelf {
  const path = category ? pathTo(category) : []
  const below = departments.find(({ root }) => root[0] === category)?.children.map(([handle]) => handle) ?? [category]
  const candidates = articles.flatMap((article, index) => {
    const fits = query ? article.title[0].toLowerCase().includes(query) : below.includes(article.category)
    return fits ? [{ productId: products[index]!.productId, relevance: 0.9 }] : []
  })
  return {
    query: query ?? null,
    categoryPath: path,
    candidates,
    page: 1,
    pageSize: 24,
    locale: "fr",
    session: randomUUID(),
  }
}

function pathTo(category: string): string[] {
  const department = departments.find(
    ({ root, children }) => root[0] === category || children.some(([handle]) => handle === category),
  )
  return department && department.root[0] !== category ? [department.root[0], category] : [category]
}

/** The same course of things in every demonstration. */
function drawing(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
