import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"

export function Breadcrumbs({ path, current }: { path: { handle: string; name: string }[]; current?: string }) {
  const t = useTranslations("common")
  return (
    <nav className="breadcrumbs" aria-label={t("breadcrumbs")}>
      <ol>
        <li>
          <Link href={paths.home}>{t("home")}</Link>
        </li>
        {path.map(({ handle, name }) => (
          <li key={handle}>
            <Link href={paths.category(handle)}>{name}</Link>
          </li>
        ))}
        {current ? <li aria-current="page">{current}</li> : null}
      </ol>
    </nav>
  )
}
