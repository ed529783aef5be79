import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PayoutRow } from "./documents"

type State = PayoutRow["state"]

const COLORS: Partial<Record<State, "green" | "red" | "blue" | "orange" | "purple">> = {
  TO_PAY: "orange",
  UNRESOLVED: "red",
  TRANSFERRED: "blue",
  BANKING: "blue",
  IN_TRANSIT: "purple",
  PAID: "green",
  REFUSED: "red",
  RETURNING: "orange",
  RETURNED: "red",
}

/** Where a payout stands, in the reader's words. */
export function PayoutBadge({ state }: { state: State }) {
  const { t } = useTranslation()
  return (
    <StatusBadge color={COLORS[state] ?? "grey"} className="whitespace-nowrap">
      {t(`payouts.${state}`)}
    </StatusBadge>
  )
}
