import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { Timeline } from "../../orders/Timeline"
import { BackLink } from "../../ui/BackLink"
import { DataTable } from "../../ui/DataTable"
import { Answer, EmptyNote } from "../../ui/Feedback"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"
import { Terms } from "../../ui/Terms"
import type { OperatorOrder } from "./orders"
import { OrderQuery } from "./orders"
import { PartPanel } from "./PartPanel"
import { RetailerParcelDrawer } from "./RetailerParcelDrawer"

/** One order with every trader's part, what happened, and what went back. */
export function OrderPage() {
  const { t } = useTranslation()
  const { id = "" } = useParams()
  const query = useRoomQuery(OrderQuery, { id })
  return (
    <>
      <BackLink to="/operator/orders">{t("nav.orders")}</BackLink>
      <Answer query={query}>
        {({ operatorOrder }) =>
          operatorOrder ? <Order order={operatorOrder} /> : <EmptyNote title={t("errors.NOT_FOUND")} />
        }
      </Answer>
    </>
  )
}

function Order({ order }: { order: OperatorOrder }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [shipping, setShipping] = useState(false)
  const retailer = order.parts.find((part) => part.sellerId === null)
  return (
    <Page
      title={t("seller.orderTitle", { number: order.number })}
      lead={format.dateTime(order.placedAt)}
      actions={
        retailer && (
          <Button variant="secondary" onClick={() => setShipping(true)}>
            {t("care.shipRetailer")}
          </Button>
        )
      }
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {order.parts.map((part) => (
            <PartPanel key={part.id} part={part} />
          ))}
          <Refunds order={order} />
        </div>
        <div className="flex flex-col gap-4">
          <Panel title={t("common.customer")}>
            <Terms
              rows={[
                [t("common.customer"), order.customerName],
                [t("trader.email"), order.email],
                [t("common.address"), order.shippingAddress],
                [t("care.paid"), format.money(order.total)],
                [t("care.refunded"), format.money(order.refundedTotal)],
              ]}
            />
          </Panel>
          <Timeline events={order.events} />
        </div>
      </div>
      {shipping && (
        <RetailerParcelDrawer
          order={{
            ...order,
            traders: order.parts.map((part) => part.traderName),
            states: order.parts.map((part) => part.state),
          }}
          lines={(retailer?.lines ?? [])
            .map((line) => ({ id: line.id, title: line.title, waiting: line.quantity - line.gone - line.shipped }))
            .filter((line) => line.waiting > 0)}
          close={() => setShipping(false)}
        />
      )}
    </Page>
  )
}

function Refunds({ order }: { order: OperatorOrder }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (order.refunds.length === 0)
    return (
      <Panel title={t("care.refunds")}>
        <Text size="small">{t("care.refundsNone")}</Text>
      </Panel>
    )
  return (
    <Panel title={t("care.refunds")} flush>
      <DataTable
        label={t("care.refunds")}
        rows={order.refunds}
        rowKey={(refund) => `${refund.key} ${refund.traderName} ${refund.label}`}
        columns={[
          { key: "at", header: t("common.date"), cell: (refund) => format.dateTime(refund.at) },
          { key: "trader", header: t("care.trader"), cell: (refund) => refund.traderName },
          { key: "label", header: t("common.description"), cell: (refund) => refund.label },
          { key: "amount", header: t("care.refunded"), end: true, cell: (refund) => format.money(refund.amount) },
          {
            key: "commission",
            header: t("care.commissionBack"),
            end: true,
            wide: true,
            cell: (refund) => format.money(refund.commissionBack),
          },
        ]}
      />
    </Panel>
  )
}
