import { XMark } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../i18n/format"

interface SelectionBarProps {
  count: number
  clear: () => void
  children: ReactNode
}

/** What can be done with the ticked rows; it stays in sight at the foot of the window. */
export function SelectionBar({ count, clear, children }: SelectionBarProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  if (count === 0) return null
  return (
    <div
      role="region"
      aria-label={t("list.selection")}
      className="shadow-elevation-flyout bg-ui-bg-base sticky bottom-3 z-10 mx-auto flex w-fit max-w-full flex-wrap items-center gap-2 rounded-lg p-2 pl-4 text-sm"
    >
      <span className="tabular font-medium" role="status">
        {t("list.selected", { count, shown: number(count) })}
      </span>
      {children}
      <IconButton size="small" variant="transparent" aria-label={t("list.clear")} onClick={clear}>
        <XMark />
      </IconButton>
    </div>
  )
}
