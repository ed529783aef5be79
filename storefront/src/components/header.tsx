import { Suspense } from "react"
import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import type { AppLocale } from "@/i18n/routing"
import { paths } from "@/lib/paths"
import { basketCount, type Department, orElse } from "@/server/shop"
import { Icon } from "./icon"
import { LocaleSwitch } from "./locale-switch"
import { SearchBox } from "./search-box"

export function Header(props: { locale: AppLocale; name: string; departments: Department[] }) {
  const t = useTranslations("header")
  return (
    <header className="header">
      <div className="header-row page-width">
        <Link className="wordmark" href={paths.home} aria-label={t("home", { name: props.name })}>
          <Mark />
          <span>{props.name}</span>
        </Link>
        <SearchBox locale={props.locale} />
        <nav className="header-tools" aria-label={t("tools")}>
          <LocaleSwitch locale={props.locale} />
          <Link className="tool" href={paths.account}>
            <Icon name="account" />
            <span>{t("account")}</span>
          </Link>
          <Link className="tool" href={paths.basket}>
            <Icon name="basket" />
            <span>{t("basket")}</span>
            <Suspense fallback={<span className="count" aria-hidden="true" />}>
              <BasketCount />
            </Suspense>
          </Link>
        </nav>
      </div>
      {props.departments.length > 0 ? (
        <nav className="departments" aria-label={t("menu")}>
          <ul className="page-width">
            {props.departments.map(({ handle, name }) => (
              <li key={handle}>
                <Link href={paths.category(handle)}>{name}</Link>
              </li>
            ))}
            <li className="departments-end">
              <Link href={paths.shops}>{t("shops")}</Link>
            </li>
            <li>
              <Link href={paths.sell}>{t("sell")}</Link>
            </li>
          </ul>
        </nav>
      ) : null}
    </header>
  )
}

async function BasketCount() {
  const count = await orElse(basketCount(), 0)
  return <Count count={count} />
}

function Count({ count }: { count: number }) {
  const t = useTranslations("header")
  return (
    <span className="count" data-empty={count === 0 || undefined}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t("itemCount", { count })}</span>
    </span>
  )
}

/** Three shelves of a gondola. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--g-brand)" />
      <path d="M7 12.5h18M7 19.5h18M7 26.5h18" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
      <path d="M10 12V7h5v5m3 0V9h5v3M10 19v-3h8v3m-3 7v-4h8v4" fill="var(--g-accent)" />
    </svg>
  )
}
