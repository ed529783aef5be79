import { ExclamationCircle } from "@medusajs/icons"
import { Button, Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { messageOf } from "../api/errors"

export function ErrorNote({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="flex flex-col items-center gap-3 px-4 py-10 text-center">
      <ExclamationCircle className="text-ui-fg-error" aria-hidden />
      <div>
        <Text weight="plus">{t("errors.title")}</Text>
        <Text size="small" className="text-ui-fg-subtle max-w-prose">
          {messageOf(error, t)}
        </Text>
      </div>
      {retry && (
        <Button variant="secondary" size="small" onClick={retry}>
          {t("common.retry")}
        </Button>
      )}
    </div>
  )
}

export function EmptyNote({ title, hint, action }: { title: string; hint?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-12 text-center">
      <svg viewBox="0 0 120 60" className="h-14" aria-hidden>
        <path
          d="M8 18h104M8 52h104M14 8v48M106 8v48"
          stroke="var(--g-line-strong)"
          strokeWidth="3"
          strokeLinecap="round"
        />
        <path
          d="M34 18l3-10h16l3 10z"
          fill="none"
          stroke="var(--g-line-control)"
          strokeWidth="2"
          strokeDasharray="3 3"
        />
        <rect x="68" y="34" width="18" height="18" rx="2" fill="var(--g-accent)" opacity=".55" />
      </svg>
      <Text weight="plus">{title}</Text>
      {hint && (
        <Text size="small" className="text-ui-fg-subtle max-w-prose">
          {hint}
        </Text>
      )}
      {action}
    </div>
  )
}

export function LoadingLines({ rows = 5 }: { rows?: number }) {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t("common.loading")} className="flex flex-col gap-3 px-4 py-4 sm:px-5">
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} className="h-6 w-full" />
      ))}
    </div>
  )
}

interface AnswerState<R> {
  data: R | undefined
  error: unknown
  isLoading: boolean
  refetch: () => unknown
}

/** Loading, error, then the page: an answer that is there stays on screen while it is asked again. */
export function Answer<R>({
  query,
  children,
  rows,
}: {
  query: AnswerState<R>
  children: (data: R) => ReactNode
  rows?: number
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <ErrorNote error={query.error} retry={() => void query.refetch()} />
  return <LoadingLines rows={rows} />
}
