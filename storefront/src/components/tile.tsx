import type { ReactNode } from "react"
import { useTranslations } from "next-intl"
import type { Card } from "@/graphql/card"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"
import { pictureUrl } from "@/server/pictures"
import { Icon } from "./icon"
import { Picture } from "./picture"
import { Price } from "./price"

export interface TileProps {
  card: Card
  /** Names of shops by handle. */
  shopNames: ReadonlyMap<string, string>
  eager?: boolean
  /** Label of a paid place, read before the title. */
  label?: ReactNode
  headingLevel?: 2 | 3
}

export function Tile({ card, shopNames, eager, label, headingLevel = 3 }: TileProps) {
  const t = useTranslations("tile")
  const Heading = headingLevel === 2 ? "h2" : "h3"
  const towns = card.shops.flatMap((handle) => shopNames.get(handle) ?? [])
  return (
    <article className="tile" data-out={card.inStock ? undefined : true}>
      <div className="tile-picture">
        <Picture src={pictureUrl(card.image)} alt="" size={320} eager={eager} />
      </div>
      <div className="tile-shelf">
        {card.price ? (
          <Price price={card.price} prior={card.priorPrice} />
        ) : (
          <span className="muted">{t("noPrice")}</span>
        )}
      </div>
      <div className="tile-text">
        {label}
        {card.brand ? <p className="tile-brand">{card.brand}</p> : null}
        <Heading className="tile-title">
          <Link href={paths.product(card.handle)} className="tile-link">
            {card.title}
          </Link>
        </Heading>
        <ul className="tile-facts">
          <li>
            {t("soldBy", { seller: card.sellerName })}
            {card.offerCount > 1 ? <span className="muted"> · {t("offers", { count: card.offerCount })}</span> : null}
          </li>
          {!card.inStock ? (
            <li className="tile-out">{t("outOfStock")}</li>
          ) : card.deliveryDays !== null ? (
            <li>
              <Icon name="truck" size={16} /> {t("delivery", { days: card.deliveryDays })}
            </li>
          ) : null}
          {towns.length > 0 ? (
            <li className="tile-shop">
              <Icon name="store" size={16} /> {t("availableIn", { towns: towns.join(", ") })}
            </li>
          ) : null}
          {card.returnableInShop ? (
            <li>
              <Icon name="back" size={16} /> {t("returnableInShop")}
            </li>
          ) : null}
        </ul>
      </div>
    </article>
  )
}
