import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { Panel } from "../../ui/Panel"
import type { SellerOrder } from "./orders"
import { DeliveredMutation } from "./orders"

export function Parcels({ order }: { order: SellerOrder }) {
  const { t } = useTranslation()
  const format = useFormat()
  const delivered = useRoomMutation(DeliveredMutation, { said: t("seller.parcelDelivered") })
  if (order.parcels.length === 0) return null
  return (
    <Panel title={t("seller.parcels")}>
      <ul className="flex flex-col gap-4">
        {order.parcels.map((parcel) => (
          <li key={parcel.id} className="flex flex-wrap items-start justify-between gap-3">
            <div className="min-w-0">
              <Text weight="plus">
                {parcel.carrier} ·{" "}
                {parcel.trackingUrl ? (
                  <a
                    className="tabular text-ui-fg-interactive break-all underline"
                    href={parcel.trackingUrl}
                    target="_blank"
                    rel="noreferrer"
                    aria-label={`${t("care.follow")} ${parcel.trackingNumber}`}
                  >
                    {parcel.trackingNumber}
                  </a>
                ) : (
                  <span className="tabular break-all">{parcel.trackingNumber}</span>
                )}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {parcel.lines.map((line) => `${line.quantity} × ${line.title}`).join(", ")}
              </Text>
              <Text size="small" className="text-ui-fg-muted">
                {t("seller.shippedOn", { date: format.dateTime(parcel.shippedAt) })}
                {parcel.deliveredAt && ` · ${t("seller.deliveredOn", { date: format.dateTime(parcel.deliveredAt) })}`}
              </Text>
            </div>
            {!parcel.deliveredAt && (
              <Button
                size="small"
                variant="secondary"
                isLoading={delivered.isPending}
                onClick={() => delivered.mutate({ sellerOrderId: order.id, parcelId: parcel.id })}
              >
                {t("seller.markDelivered")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
