import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link, useParams } from "react-router-dom"
import { useRoomMutation, useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { OpenDispute } from "../../orders/OpenDispute"
import { Thread } from "../../orders/Thread"
import { Timeline } from "../../orders/Timeline"
import { BackLink } from "../../ui/BackLink"
import { Answer, EmptyNote } from "../../ui/Feedback"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"
import { StateBadge } from "../../ui/StateBadge"
import { Terms } from "../../ui/Terms"
import { OrderLines } from "./OrderLines"
import { PackingSlip } from "./PackingSlip"
import { Parcels } from "./Parcels"
import { Refuse } from "./Refuse"
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
          sellerOrder ? (
            <Order order={sellerOrder} />
          ) : (
            <Page title={t("seller.noOrder")}>
              <EmptyNote title={t("errors.NOT_FOUND")} />
            </Page>
          )
        }
      </Answer>
    </>
  )
}

function Order({ order }: { order: SellerOrder }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<"refuse" | "dispute">()
  const accept = useRoomMutation(AcceptMutation, { said: t("seller.accepted") })
  const can = (action: SellerOrder["actions"][number]): boolean => order.actions.includes(action)
  return (
    <Page
      title={t("seller.orderTitle", { number: order.orderNumber })}
      lead={<Lead order={order} />}
      actions={
        <>
          <PackingSlip order={order} />
          {can("DISPUTE") && (
            <Button variant="secondary" onClick={() => setOpen("dispute")}>
              {t("disputes.open")}
            </Button>
          )}
          {can("REFUSE") && (
            <Button variant="secondary" onClick={() => setOpen("refuse")}>
              {t("care.refuse")}
            </Button>
          )}
          {can("ACCEPT") && (
            <Button isLoading={accept.isPending} onClick={() => accept.mutate({ id: order.id })}>
              {t("seller.accept")}
            </Button>
          )}
        </>
      }
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <OrderLines order={order} />
          {can("SHIP") && <ShipForm key={`${order.parcels.length}-${order.events.length}`} order={order} />}
          <Parcels order={order} />
          <Thread sellerOrderId={order.id} />
        </div>
        <Aside order={order} />
      </div>
      {open === "refuse" && <Refuse order={order} close={() => setOpen(undefined)} />}
      {open === "dispute" && <OpenDispute order={order} close={() => setOpen(undefined)} />}
    </Page>
  )
}

function Lead({ order }: { order: SellerOrder }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <span className="flex flex-wrap items-center gap-2">
      <StateBadge state={order.state} />
      {order.acceptBy && <span>{t("care.acceptBy", { date: format.dateTime(order.acceptBy) })}</span>}
      {order.late && <span className="text-ui-fg-error font-medium">{t("care.late")}</span>}
    </span>
  )
}

function Aside({ order }: { order: SellerOrder }) {
  const { t } = useTranslation()
  const format = useFormat()
  const minus = (value: SellerOrder["netTotal"]) => format.money({ ...value, amount: -Math.abs(value.amount) })
  return (
    <div className="flex flex-col gap-4">
      {order.disputes.length > 0 && (
        <Panel title={t("nav.disputes")}>
          <ul className="flex flex-col gap-2">
            {order.disputes.map((dispute) => (
              <li key={dispute.id}>
                <Link className="text-ui-fg-interactive font-medium" to={`/seller/disputes/${dispute.id}`}>
                  {t("disputes.number", { number: dispute.number })}
                </Link>
                <Text size="small" className="text-ui-fg-subtle">
                  {t(`disputeStates.${dispute.state}`)}
                </Text>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t("seller.money")}>
        <Terms
          rows={[
            [t("seller.items"), format.money(order.itemsTotal)],
            [t("common.delivery"), format.money(order.deliveryPrice)],
            ...(order.refundedTotal.amount > 0 ? [[t("care.refundTotal"), minus(order.refundedTotal)] as const] : []),
            [t("seller.commission"), minus(order.commissionTotal)],
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
      <Timeline events={order.events} />
    </div>
  )
}
