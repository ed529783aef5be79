import { Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

export interface Figure {
  label: string
  value: ReactNode
  hint?: string
  /** Where its rows are. */
  to?: string
  tone?: "calm" | "warn"
}

/** The figures that matter; each opens the rows behind it. */
export function Figures({ figures, loading }: { figures: readonly Figure[]; loading?: boolean }) {
  return (
    <ul className="grid grid-cols-2 gap-3 lg:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
      {figures.map((figure) => (
        <li key={figure.label} className="shadow-elevation-card-rest bg-ui-bg-base min-w-0 rounded-lg">
          {figure.to ? (
            <Link to={figure.to} className="hover:bg-ui-bg-base-hover block h-full rounded-lg p-4">
              <FigureBody {...figure} loading={loading} />
            </Link>
          ) : (
            <div className="p-4">
              <FigureBody {...figure} loading={loading} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function FigureBody({ label, value, hint, tone, loading }: Figure & { loading?: boolean }) {
  return (
    <>
      <Text size="small" className="text-ui-fg-subtle">
        {label}
      </Text>
      {loading ? (
        <Skeleton className="mt-1 h-8 w-24" />
      ) : (
        <p
          className={`tabular mt-1 break-words text-xl font-semibold sm:text-2xl ${tone === "warn" ? "text-ui-fg-error" : ""}`}
        >
          {value}
        </p>
      )}
      {hint && (
        <Text size="xsmall" className="text-ui-fg-muted mt-1">
          {hint}
        </Text>
      )}
    </>
  )
}
