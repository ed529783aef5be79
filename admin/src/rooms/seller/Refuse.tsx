import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../api/hooks"
import { LetGoDialog } from "../../orders/LetGoDialog"
import type { SellerOrder } from "./orders"
import { RefuseMutation, waitingOf } from "./orders"

const REASONS = ["OUT_OF_STOCK", "DAMAGED", "PRICE_ERROR", "CANNOT_DELIVER", "OTHER"] as const

export function Refuse({ order, close }: { order: SellerOrder; close: () => void }) {
  const { t } = useTranslation()
  const refuse = useRoomMutation(RefuseMutation, { said: t("care.refusedDone"), done: close, quiet: true })
  return (
    <LetGoDialog
      title={t("care.refuse")}
      text={t("care.refuseText")}
      confirm={t("care.refuseConfirm")}
      lines={order.lines.map((line) => ({ id: line.id, title: line.title, waiting: waitingOf(line) }))}
      reasons={REASONS.map((value) => ({ value, label: t(`careReasons.${value}`) }))}
      error={refuse.error}
      pending={refuse.isPending}
      close={close}
      submit={({ key, lines, reason, note }) =>
        refuse.mutate({ id: order.id, key, lines, reason: reason as (typeof REASONS)[number], note })
      }
    />
  )
}
