import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { pageNumbers } from "@/lib/page-numbers"

/** Pages with addresses of their own. */
export function Pages({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) {
  const t = useTranslations("pages")
  if (pages <= 1) return null
  return (
    <nav className="pages" aria-label={t("label")}>
      {page > 1 ? (
        <Link className="button button-small" rel="prev" href={hrefOf(page - 1)}>
          {t("previous")}
        </Link>
      ) : null}
      <ol>
        {pageNumbers(page, pages).map((number, index) =>
          number === null ? (
            <li key={`gap-${index}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={number}>
              <Link
                className="page-number"
                href={hrefOf(number)}
                aria-current={number === page ? "page" : undefined}
                aria-label={t("page", { number })}
              >
                {number}
              </Link>
            </li>
          ),
        )}
      </ol>
      {page < pages ? (
        <Link className="button button-small" rel="next" href={hrefOf(page + 1)}>
          {t("next")}
        </Link>
      ) : null}
    </nav>
  )
}
