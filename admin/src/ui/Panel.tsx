import { Heading } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useId } from "react"

interface PanelProps {
  title?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** Tables run to the edge. */
  flush?: boolean
  className?: string
}

export function Panel({ title, actions, children, flush, className = "" }: PanelProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={`bg-ui-bg-base shadow-elevation-card-rest w-full min-w-0 overflow-hidden rounded-lg ${className}`}
    >
      {(title || actions) && (
        <div className="flex flex-wrap items-center justify-between gap-2 px-4 pb-1 pt-3 sm:px-5">
          <Heading level="h2" id={id} className="text-base font-semibold">
            {title}
          </Heading>
          {actions}
        </div>
      )}
      <div className={flush ? "" : "px-4 py-3 sm:px-5 sm:py-4"}>{children}</div>
    </section>
  )
}
