import { useLocale, useTranslations } from "next-intl"
import type { Trader } from "@/graphql/trader"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"
import { ClosureNote } from "./closure-note"

/** The professional seller's identity, as verified before listing. */
export function TraderBlock({ trader, link = true }: { trader: Trader; link?: boolean }) {
  const t = useTranslations("trader")
  const locale = useLocale()
  const country = new Intl.DisplayNames(locale, { type: "region" }).of(trader.countryCode.toUpperCase())
  const rows = [
    [t("legalName"), trader.legalName],
    [t("address"), `${trader.address} — ${country ?? trader.countryCode}`],
    [t("registration"), trader.registrationNumber],
    [t("vat"), trader.vatNumber],
    [t("email"), trader.email],
    [t("phone"), trader.phone],
  ].filter((row): row is [string, string] => Boolean(row[1]))
  return (
    <div className="trader">
      <p>
        <strong>{link ? <Link href={paths.seller(trader.handle)}>{trader.name}</Link> : trader.name}</strong>{" "}
        <span className="badge">{trader.isRetailer ? t("retailer") : t("professional")}</span>
      </p>
      <ClosureNote closure={trader.closure} />
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {trader.selfCertified ? <p className="muted">{t("selfCertified")}</p> : null}
    </div>
  )
}
