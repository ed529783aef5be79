import { useLocale, useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { formatDay } from "@/lib/dates"
import { formatMoney } from "@/lib/money"
import { paths } from "@/lib/paths"
import { variantTitle } from "@/lib/variant-title"
import type { OrderGroup } from "@/server/order"
import { pictureUrl } from "@/server/pictures"
import { Icon } from "../icon"
import { Picture } from "../picture"
import { TraderBlock } from "../trader-block"
import { GroupCare } from "./group-care"
import { OrderDocuments } from "./order-documents"

/** One trader's part of the order: what, where it is, who. */
export function OrderGroupView({ group, accessToken }: { group: OrderGroup; accessToken: string }) {
  const t = useTranslations("order")
  const locale = useLocale()
  const { trader, parcels } = group
  const titleId = `group-${trader.handle}`
  const delivered = group.state === "DELIVERED"
  return (
    <section className="group" aria-labelledby={titleId}>
      <div className="group-head">
        <h2 id={titleId}>{t("soldBy", { seller: trader.name })}</h2>
        <span className="state" data-state={group.state}>
          {t(`state.${group.state}`)}
        </span>
      </div>
      <p className="group-promise">
        <Icon name="truck" size={16} /> {group.deliveryName}, {formatMoney(group.deliveryPrice, locale)}
        {delivered || group.state === "REFUSED" || group.state === "CANCELLED"
          ? null
          : ` — ${t("promisedBy", { day: formatDay(group.promisedBy, locale) })}`}
      </p>
      <ul className="lines">
        {group.lines.map((line) => (
          <li key={line.id} className="line">
            <span className="line-picture">
              <Picture src={pictureUrl(line.image)} alt="" size={72} />
            </span>
            <div className="line-text">
              <h3>
                {line.productHandle ? <Link href={paths.product(line.productHandle)}>{line.title}</Link> : line.title}
              </h3>
              <p className="muted">
                {[variantTitle(line.title, line.variantTitle), t("quantity", { count: line.quantity })]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              {line.gone > 0 ? <p className="muted">{t("gone", { count: line.gone })}</p> : null}
              {line.returned > 0 ? <p className="muted">{t("returned", { count: line.returned })}</p> : null}
            </div>
            <p className="line-price">
              <strong>{formatMoney(line.total, locale)}</strong>
            </p>
          </li>
        ))}
      </ul>
      {parcels.length > 0 ? (
        <ul className="parcels">
          {parcels.map((parcel, index) => (
            <li key={parcel.id}>
              <p>
                <strong>{t("parcel", { number: index + 1 })}</strong> — {parcel.carrier}{" "}
                {parcel.trackingUrl ? (
                  <a
                    href={parcel.trackingUrl}
                    target="_blank"
                    rel="noreferrer"
                    aria-label={`${t("follow")} ${parcel.trackingNumber}`}
                  >
                    {parcel.trackingNumber}
                  </a>
                ) : (
                  parcel.trackingNumber
                )}
              </p>
              <p className="muted">
                {parcel.deliveredAt
                  ? t("deliveredAt", { day: formatDay(parcel.deliveredAt, locale) })
                  : t("shippedAt", { day: formatDay(parcel.shippedAt, locale) })}
                {" · "}
                {parcel.lines.map(({ quantity, title }) => `${quantity} × ${title}`).join(", ")}
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      <OrderDocuments group={group} accessToken={accessToken} />
      <GroupCare group={group} accessToken={accessToken} />
      <details className="why">
        <summary>{t("whoSold", { seller: trader.name })}</summary>
        <TraderBlock trader={trader} />
      </details>
    </section>
  )
}
