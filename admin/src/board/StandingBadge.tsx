import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Standing } from "./levels"

const COLORS = { GOOD: "green", WARNED: "orange", SUSPENDABLE: "red" } as const

export function StandingBadge({ standing }: { standing: Standing }) {
  const { t } = useTranslation()
  return (
    <StatusBadge color={COLORS[standing]} className="whitespace-nowrap">
      {t(`standings.${standing}`)}
    </StatusBadge>
  )
}
