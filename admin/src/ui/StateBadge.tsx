import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Messages } from "../i18n/messages"

export type StateName = keyof Messages["states"]

type Color = "green" | "red" | "blue" | "orange" | "grey" | "purple"

const COLORS: Partial<Record<StateName, Color>> = {
  ACTIVE: "green",
  INVITED: "grey",
  APPLIED: "grey",
  DOCUMENTS: "blue",
  RECEIVED: "orange",
  SUSPENDED: "red",
  REJECTED: "red",
  PENDING: "orange",
  PAUSED: "orange",
  TO_ACCEPT: "orange",
  ACCEPTED: "blue",
  PARTIALLY_SHIPPED: "blue",
  SHIPPED: "purple",
  DELIVERED: "green",
  REFUSED: "red",
  CANCELLED: "grey",
  INCIDENT: "red",
  IN_REVIEW: "orange",
  QUOTED: "blue",
  AWAITING_APPROVAL: "orange",
  REFUNDED: "green",
  DISPOSED: "green",
}

/** A state in the reader's words; colour only underlines it. */
export function StateBadge({ state }: { state: StateName }) {
  const { t } = useTranslation()
  return (
    <StatusBadge color={COLORS[state] ?? "grey"} className="whitespace-nowrap">
      {t(`states.${state}`)}
    </StatusBadge>
  )
}

export function useStateOptions(states: readonly StateName[]): { value: string; label: string }[] {
  const { t } = useTranslation()
  return states.map((value) => ({ value, label: t(`states.${value}`) }))
}
