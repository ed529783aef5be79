import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { DisputeState } from "./disputes"

const COLORS = { OPEN: "orange", ANSWERED: "blue", ESCALATED: "red", DECIDED: "green", CLOSED: "grey" } as const

export function DisputeBadge({ state }: { state: DisputeState }) {
  const { t } = useTranslation()
  return (
    <StatusBadge color={COLORS[state]} className="whitespace-nowrap">
      {t(`disputeStates.${state}`)}
    </StatusBadge>
  )
}
