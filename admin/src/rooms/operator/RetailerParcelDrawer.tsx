import { Button, Drawer, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomMutation } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { ParcelsForm, type WaitingLine } from "../../orders/ParcelsForm"
import { StateBadge } from "../../ui/StateBadge"
import { Terms } from "../../ui/Terms"
import type { OperatorOrder } from "./OrdersPage"
import { FormError } from "../../ui/FormError"
import { SidePanel } from "../../ui/SidePanel"

const ShipMutation = graphql(`
  mutation ShipRetailerParcels($orderId: ID!, $parcels: [ParcelInput!]!) {
    shipRetailerParcels(orderId: $orderId, parcels: $parcels)
  }
`)

const DeliveredMutation = graphql(`
  mutation MarkRetailerParcelDelivered($orderId: ID!) {
    markRetailerParcelDelivered(orderId: $orderId)
  }
`)

interface RetailerParcelDrawerProps {
  order: OperatorOrder
  /** The retailer's own lines with what still waits of each. */
  lines: readonly WaitingLine[]
  close: () => void
}

/** The retailer sends its own part of the order, in as many parcels as it takes; each seller sends its own. */
export function RetailerParcelDrawer({ order, lines, close }: RetailerParcelDrawerProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const ship = useRoomMutation(ShipMutation, { said: t("seller.parcelShipped"), done: close, quiet: true })
  const delivered = useRoomMutation(DeliveredMutation, { said: t("seller.parcelDelivered"), done: close, quiet: true })
  return (
    <SidePanel title={t("seller.orderTitle", { number: order.number })} close={close}>
      <Drawer.Body className="flex flex-1 flex-col gap-6 overflow-y-auto p-4">
        <FormError error={delivered.error} />
        <Terms
          rows={[
            [t("common.customer"), order.email],
            [t("common.placed"), format.dateTime(order.placedAt)],
            [t("common.total"), format.money(order.total)],
            [t("operator.refunded"), format.money(order.refundedTotal)],
            ...order.traders.map((name, index) => {
              const state = order.states[index]
              return [name, state ? <StateBadge key={name} state={state} /> : "–"] as const
            }),
          ]}
        />
        {lines.length > 0 && (
          <section className="flex flex-col gap-4">
            <Heading level="h2">{t("operator.retailerParcel")}</Heading>
            <ParcelsForm
              lines={lines}
              error={ship.error}
              pending={ship.isPending}
              submit={(parcels) => ship.mutate({ orderId: order.id, parcels })}
            />
          </section>
        )}
        <Button
          variant="secondary"
          isLoading={delivered.isPending}
          onClick={() => delivered.mutate({ orderId: order.id })}
        >
          {t("operator.retailerDelivered")}
        </Button>
      </Drawer.Body>
    </SidePanel>
  )
}
