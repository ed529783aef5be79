import { ArrowLeftMini } from "@medusajs/icons"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <div className="mx-auto mb-2 w-full max-w-[1360px]">
      <Link to={to} className="text-ui-fg-subtle hover:text-ui-fg-base inline-flex min-h-8 items-center gap-1 text-sm">
        <ArrowLeftMini aria-hidden />
        {children}
      </Link>
    </div>
  )
}
