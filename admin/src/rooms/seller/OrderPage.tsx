import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { useRoomMutation, useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { BackLink } from "../../ui/BackLink"
import { Answer, EmptyNote } from "../../ui/Feedback"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"
import { StateBadge } from "../../ui/StateBadge"
import { Terms } from "../../ui/Terms"
import { OrderLines } from "./OrderLines"
import { Parcels } from "./Parcels"
import { ShipForm } from "./ShipForm"
import type { SellerOrder } from "./orders"
import { AcceptMutation, OrderQuery } from "./orders"

export function OrderPage() {
  const { t } = useTranslation()
  const { id = "" } = useParams()
  const query = useRoomQuery(OrderQuery, { id })
  return (
    <>
      <BackLink to="/seller/orders">{t("nav.orders")}</BackLink>
      <Answer query={query}>
        {({ sellerOrder }) =>
          sellerOrder ? <Order order={sellerOrder} /> : <EmptyNote title={t("errors.NOT_FOUND")} />
        }
      </Answer>
    </>
  )
}

function Order({ order }: { order: SellerOrder }) {
  const { t } = useTranslation()
  const format = useFormat()
  const accept = useRoomMutation(AcceptMutation, { said: t("seller.accepted") })
  const canShip = ["ACCEPTED", "PARTIALLY_SHIPPED"].includes(order.state)
  return (
    <Page
      title={t("seller.orderTitle", { number: order.orderNumber })}
      lead={<StateBadge state={order.state} />}
      actions={
        order.state === "TO_ACCEPT" && (
          <Button isLoading={accept.isPending} onClick={() => accept.mutate({ id: order.id })}>
            {t("seller.accept")}
          </Button>
        )
      }
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <OrderLines order={order} />
          {canShip && <ShipForm key={order.parcels.length} order={order} />}
          <Parcels order={order} />
        </div>
        <div className="flex flex-col gap-4">
          <Panel title={t("seller.money")}>
            <Terms
              rows={[
                [t("seller.items"), format.money(order.itemsTotal)],
                [t("common.delivery"), format.money(order.deliveryPrice)],
                [
                  t("seller.commission"),
                  format.money({ ...order.commissionTotal, amount: -Math.abs(order.commissionTotal.amount) }),
                ],
                [t("seller.net"), <strong key="net">{format.money(order.netTotal)}</strong>],
              ]}
            />
          </Panel>
          <Panel title={t("common.delivery")}>
            <Terms
              rows={[
                [t("common.customer"), order.customerName],
                [t("common.address"), order.shippingAddress || t("seller.addressHidden")],
                [t("common.method"), order.deliveryName],
                [t("common.placed"), format.dateTime(order.placedAt)],
                [t("seller.promised"), format.date(order.promisedBy)],
              ]}
            />
          </Panel>
        </div>
      </div>
    </Page>
  )
}
