import type { ReactNode } from "react"

/** Names and their values, as a definition list. */
export function Terms({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="flex flex-col gap-2.5 text-sm">
      {rows.map(([term, value]) => (
        <div key={term} className="flex flex-wrap items-baseline justify-between gap-x-4">
          <dt className="text-ui-fg-subtle">{term}</dt>
          <dd className="tabular min-w-0 break-words text-right">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
