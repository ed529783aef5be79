import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"

export default function NotFound() {
  const t = useTranslations("notFound")
  return (
    <div className="page-width narrow empty">
      <p className="big-code" aria-hidden="true">
        404
      </p>
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <p>
        <Link className="button button-primary" href={paths.home}>
          {t("home")}
        </Link>
      </p>
      <p>
        <Link href={paths.findOrder}>{t("findOrder")}</Link>
      </p>
    </div>
  )
}
