import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ClockState } from "./queries"

const COLORS = {
  LATE: "red",
  DUE_SOON: "orange",
  RUNNING: "blue",
  WAITING_FOR_GOODS: "grey",
  INTEREST_DUE: "red",
  PAID_LATE: "grey",
} as const

export function ClockBadge({ state }: { state: ClockState }) {
  const { t } = useTranslation()
  return (
    <StatusBadge color={COLORS[state]} className="whitespace-nowrap">
      {t(`clocks.${state}`)}
    </StatusBadge>
  )
}
