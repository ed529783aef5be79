import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../i18n/format"

interface PagingProps {
  page: number
  pageSize: number
  total: number
  go: (page: number) => void
}

export function Paging({ page, pageSize, total, go }: PagingProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const first = Math.min(total, (page - 1) * pageSize + 1)
  const last = Math.min(total, page * pageSize)
  return (
    <nav
      aria-label={t("paging.pages")}
      className="flex flex-wrap items-center justify-between gap-2 border-t px-4 py-2.5 text-sm sm:px-5"
    >
      <span className="text-ui-fg-subtle tabular">
        {t("paging.range", { first: number(first), last: number(last), total: number(total) })}
      </span>
      {pages > 1 && (
        <span className="flex items-center gap-1">
          <span className="text-ui-fg-subtle tabular px-2">
            {t("paging.page", { page: number(page), pages: number(pages) })}
          </span>
          <Button size="small" variant="transparent" disabled={page <= 1} onClick={() => go(page - 1)}>
            {t("paging.prev")}
          </Button>
          <Button size="small" variant="transparent" disabled={page >= pages} onClick={() => go(page + 1)}>
            {t("paging.next")}
          </Button>
        </span>
      )}
    </nav>
  )
}
