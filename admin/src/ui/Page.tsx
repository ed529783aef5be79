import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useEffect } from "react"

interface PageProps {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A page of a room: its one h1, what can be done, and the tab's title. */
export function Page({ title, lead, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Gondola`
  }, [title])
  return (
    <div className="mx-auto flex w-full max-w-[1360px] flex-col gap-4">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0">
          <Heading level="h1" className="text-2xl font-semibold leading-8 tracking-tight">
            {title}
          </Heading>
          {lead && (
            <Text as="div" size="small" className="text-ui-fg-subtle mt-1 max-w-3xl">
              {lead}
            </Text>
          )}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
