import { Button, Drawer, Heading } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomMutation } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { TextField } from "../../ui/Fields"
import { StateBadge } from "../../ui/StateBadge"
import { Terms } from "../../ui/Terms"
import type { OperatorOrder } from "./OrdersPage"
import { FormError } from "../../ui/FormError"
import { SidePanel } from "../../ui/SidePanel"

const ShipMutation = graphql(`
  mutation ShipRetailerParcel($orderId: ID!, $carrier: String!, $trackingNumber: String!) {
    shipRetailerParcel(orderId: $orderId, carrier: $carrier, trackingNumber: $trackingNumber)
  }
`)

const DeliveredMutation = graphql(`
  mutation MarkRetailerParcelDelivered($orderId: ID!) {
    markRetailerParcelDelivered(orderId: $orderId)
  }
`)

interface ParcelForm {
  carrier: string
  trackingNumber: string
}

/** The retailer sends its own part of the order; each seller sends its own. */
export function RetailerParcelDrawer({ order, close }: { order: OperatorOrder; close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { register, handleSubmit, formState } = useForm<ParcelForm>({
    defaultValues: { carrier: "", trackingNumber: "" },
  })
  const ship = useRoomMutation(ShipMutation, { said: t("seller.parcelShipped"), done: close, quiet: true })
  const delivered = useRoomMutation(DeliveredMutation, { said: t("seller.parcelDelivered"), done: close, quiet: true })
  const error = ship.error ?? delivered.error
  return (
    <SidePanel title={t("seller.orderTitle", { number: order.number })} close={close}>
      <Drawer.Body className="flex flex-1 flex-col gap-6 overflow-y-auto p-4">
        <FormError error={error} />
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
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => void handleSubmit((values) => ship.mutate({ orderId: order.id, ...values }))(event)}
        >
          <Heading level="h2">{t("operator.retailerParcel")}</Heading>
          <TextField
            label={t("seller.carrier")}
            error={formState.errors.carrier && t("forms.required")}
            {...register("carrier", { required: true })}
          />
          <TextField
            label={t("seller.tracking")}
            error={formState.errors.trackingNumber && t("forms.required")}
            {...register("trackingNumber", { required: true })}
          />
          <Button type="submit" isLoading={ship.isPending}>
            {t("operator.shipWaiting")}
          </Button>
        </form>
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
