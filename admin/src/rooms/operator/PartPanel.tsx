import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useRoomMutation } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { LetGoDialog } from "../../orders/LetGoDialog"
import { Thread } from "../../orders/Thread"
import { DataTable } from "../../ui/DataTable"
import { Panel } from "../../ui/Panel"
import { Picture } from "../../ui/Picture"
import { StateBadge } from "../../ui/StateBadge"
import type { OrderPart } from "./orders"
import { CancelMutation } from "./orders"

/** One trader's part: goods, parcels, disputes, conversation, and the operator's way out. */
export function PartPanel({ part }: { part: OrderPart }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState<"cancel" | "talk">()
  const cancel = useRoomMutation(CancelMutation, {
    said: t("care.cancelled"),
    done: () => setOpen(undefined),
    quiet: true,
  })
  return (
    <Panel
      title={
        <span className="flex flex-wrap items-center gap-2">
          {part.traderName} <StateBadge state={part.state} />
        </span>
      }
      actions={
        <span className="flex flex-wrap gap-2">
          <Button
            size="small"
            variant="secondary"
            aria-expanded={open === "talk"}
            onClick={() => setOpen(open === "talk" ? undefined : "talk")}
          >
            {t("care.messages")}
          </Button>
          {part.actions.includes("CANCEL") && (
            <Button size="small" variant="secondary" onClick={() => setOpen("cancel")}>
              {t("care.cancel")}
            </Button>
          )}
        </span>
      }
      flush
    >
      <DataTable
        label={t("care.part", { name: part.traderName })}
        rows={part.lines}
        rowKey={(line) => line.id}
        columns={[
          {
            key: "title",
            header: t("common.product"),
            cell: (line) => (
              <span className="flex items-center gap-3 py-1">
                <Picture src={line.image} />
                <span className="block max-w-[11rem] truncate font-medium sm:max-w-[16rem]">{line.title}</span>
              </span>
            ),
          },
          { key: "quantity", header: t("common.quantity"), end: true, cell: (line) => line.quantity },
          { key: "gone", header: t("care.gone"), end: true, cell: (line) => line.gone || "–" },
          { key: "shipped", header: t("seller.shipped"), end: true, cell: (line) => line.shipped },
          { key: "returned", header: t("seller.returned"), end: true, wide: true, cell: (line) => line.returned },
          { key: "total", header: t("common.total"), end: true, cell: (line) => format.money(line.total) },
        ]}
      />
      <div className="flex flex-col gap-1 px-4 py-3 sm:px-5">
        <Text size="small" className="text-ui-fg-subtle">
          {part.deliveryName} · {format.money(part.deliveryPrice)} · {t("seller.promised")}{" "}
          {format.date(part.promisedBy)}
        </Text>
        {part.parcels.map((parcel) => (
          <Text key={parcel.id} size="small">
            {parcel.carrier} ·{" "}
            {parcel.trackingUrl ? (
              <a
                className="text-ui-fg-interactive underline"
                href={parcel.trackingUrl}
                target="_blank"
                rel="noreferrer"
              >
                {parcel.trackingNumber}
              </a>
            ) : (
              parcel.trackingNumber
            )}{" "}
            · {t("seller.shippedOn", { date: format.dateTime(parcel.shippedAt) })}
            {parcel.deliveredAt && ` · ${t("seller.deliveredOn", { date: format.dateTime(parcel.deliveredAt) })}`}
          </Text>
        ))}
        {part.disputes.map((dispute) => (
          <Link key={dispute.id} className="text-ui-fg-interactive text-sm" to={`/operator/disputes/${dispute.id}`}>
            {t("disputes.number", { number: dispute.number })} · {t(`disputeStates.${dispute.state}`)}
          </Link>
        ))}
      </div>
      {open === "talk" && <Thread sellerOrderId={part.id} />}
      {open === "cancel" && (
        <LetGoDialog
          title={t("care.cancelPart", { name: part.traderName })}
          text={t("care.cancelText")}
          confirm={t("care.cancel")}
          lines={part.lines.map((line) => ({
            id: line.id,
            title: line.title,
            waiting: line.quantity - line.gone - line.shipped,
          }))}
          error={cancel.error}
          pending={cancel.isPending}
          close={() => setOpen(undefined)}
          submit={({ key, lines, note }) => cancel.mutate({ id: part.id, key, lines, note })}
        />
      )}
    </Panel>
  )
}
