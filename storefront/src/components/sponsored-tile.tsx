import { useId } from "react"
import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"
import type { SponsoredSlot } from "@/server/search"
import { AdWatch } from "./ad-watch"
import { Icon } from "./icon"
import { Tile, type TileProps } from "./tile"

/** A tile like the others, told apart by its label; who pays and why it is here are one press away. */
export function SponsoredTile({ ad, ...tile }: { ad: SponsoredSlot } & Omit<TileProps, "card" | "label">) {
  return (
    <AdWatch token={ad.token} slot={ad.slot}>
      <Tile {...tile} card={ad.card} label={<Label ad={ad} />} />
    </AdWatch>
  )
}

function Label({ ad }: { ad: SponsoredSlot }) {
  const t = useTranslations("ads")
  const id = useId()
  const { disclosure } = ad
  return (
    <div className="sponsored">
      <span className="sponsored-label">{t("label")}</span>
      <button
        type="button"
        className="sponsored-why"
        popoverTarget={id}
        aria-label={t("whyOf", { title: ad.card.title })}
      >
        {t("why")} <Icon name="info" size={16} />
      </button>
      <div id={id} popover="auto" className="popover" role="dialog" aria-label={t("why")}>
        <h4>{t("why")}</h4>
        <p>{t("paid", { advertiser: disclosure.advertiser, payer: disclosure.payer })}</p>
        <p>{t("parameters")}</p>
        <ul>
          {disclosure.parameters.map((parameter) => (
            <li key={parameter}>{parameter}</li>
          ))}
        </ul>
        <p>
          <Settings url={disclosure.settingsUrl}>{t("settings")}</Settings>
        </p>
        <button type="button" className="button button-small" popoverTarget={id} popoverTargetAction="hide">
          {t("close")}
        </button>
      </div>
    </div>
  )
}

function Settings({ url, children }: { url: string; children: string }) {
  if (/^https?:\/\//.test(url)) return <a href={url}>{children}</a>
  return <Link href={paths.ranking}>{children}</Link>
}
