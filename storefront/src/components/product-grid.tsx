import { placeSponsored } from "@/lib/place-sponsored"
import type { SearchResult } from "@/server/search"
import { SponsoredTile } from "./sponsored-tile"
import { Tile } from "./tile"

const ABOVE_THE_FOLD = 6

export interface ProductGridProps {
  hits: SearchResult["hits"]
  sponsored: SearchResult["sponsored"]
  shopNames: ReadonlyMap<string, string>
  label: string
  /** A single row that scrolls on small screens. */
  shelf?: boolean
  headingLevel?: 2 | 3
}

export function ProductGrid({ hits, sponsored, shopNames, label, shelf = false, headingLevel = 3 }: ProductGridProps) {
  return (
    <ul className={shelf ? "grid grid-shelf" : "grid"} aria-label={label}>
      {placeSponsored(hits, sponsored).map((item, index) => {
        const shared = { shopNames, headingLevel, eager: !shelf && index < ABOVE_THE_FOLD }
        return item.kind === "ad" ? (
          <li key={`ad-${item.ad.slot}`}>
            <SponsoredTile ad={item.ad} {...shared} />
          </li>
        ) : (
          <li key={item.hit.card.id}>
            <Tile card={item.hit.card} {...shared} />
          </li>
        )
      })}
    </ul>
  )
}
