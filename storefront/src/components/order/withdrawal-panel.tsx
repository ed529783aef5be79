import { useLocale, useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { formatDay, formatInstant } from "@/lib/dates"
import { paths } from "@/lib/paths"
import type { Order } from "@/server/order"
import { Icon } from "../icon"

/** The withdrawal function while it is open, and what was declared. */
export function WithdrawalPanel({ order, declared }: { order: Order; declared?: string }) {
  const t = useTranslations("withdrawal")
  const locale = useLocale()
  const { withdrawal } = order
  const possible = withdrawal.open && withdrawal.lines.some((line) => line.available > 0 && !line.excludedBecause)
  const clock = !withdrawal.open
    ? withdrawal.until
      ? t("closedSince", { day: formatDay(withdrawal.until, locale) })
      : t("closed")
    : withdrawal.until
      ? t("until", { day: formatDay(withdrawal.until, locale) })
      : t("notStarted")
  return (
    <section id="withdrawal" className="panel" aria-labelledby="withdrawal-title">
      <h2 id="withdrawal-title">{t("title")}</h2>
      {declared ? (
        <p className="note note-success" role="status">
          <Icon name="check" size={18} /> {t("received")}
        </p>
      ) : null}
      <p>{clock}</p>
      {possible ? (
        <p>
          <Link className="button" href={paths.withdraw(order.accessToken)}>
            {t("start")}
          </Link>
        </p>
      ) : withdrawal.open ? (
        <p className="muted">{t("nothingLeft")}</p>
      ) : null}
      {withdrawal.declarations.length > 0 ? (
        <>
          <h3>{t("declarations")}</h3>
          <ul className="declarations">
            {withdrawal.declarations.map((declaration) => (
              <li key={declaration.id}>
                <strong>{formatInstant(declaration.declaredAt, locale)}</strong>
                <span> — {declaration.lines.map(({ quantity, title }) => `${quantity} × ${title}`).join(", ")}</span>
              </li>
            ))}
          </ul>
          <p>{t("howToReturn")}</p>
        </>
      ) : null}
      <p className="muted">{t("conformity")}</p>
    </section>
  )
}
