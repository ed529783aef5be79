import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"

export function EmptyBasket() {
  const t = useTranslations("basket")
  return (
    <div className="page-width narrow empty">
      <h1>{t("emptyTitle")}</h1>
      <p>{t("emptyText")}</p>
      <p>
        <Link className="button button-primary" href={paths.home}>
          {t("emptyLink")}
        </Link>
      </p>
    </div>
  )
}
