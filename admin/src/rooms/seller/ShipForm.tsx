import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../api/hooks"
import { ParcelsForm } from "../../orders/ParcelsForm"
import { Panel } from "../../ui/Panel"
import type { SellerOrder } from "./orders"
import { ShipMutation, waitingOf } from "./orders"

/** Parcels of what still waits. */
export function ShipForm({ order }: { order: SellerOrder }) {
  const { t } = useTranslation()
  const ship = useRoomMutation(ShipMutation, { said: t("seller.parcelShipped"), quiet: true })
  const lines = order.lines
    .map((line) => ({ id: line.id, title: line.title, waiting: waitingOf(line) }))
    .filter((line) => line.waiting > 0)
  if (lines.length === 0) return null
  return (
    <Panel title={t("seller.shipTitle")}>
      <ParcelsForm
        key={lines.map((line) => `${line.id} ${line.waiting}`).join()}
        lines={lines}
        error={ship.error}
        pending={ship.isPending}
        submit={(parcels) => ship.mutate({ sellerOrderId: order.id, parcels })}
      />
    </Panel>
  )
}
