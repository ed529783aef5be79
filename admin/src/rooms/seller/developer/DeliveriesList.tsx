import { Button, Drawer, StatusBadge } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { List } from "../../../ui/List"
import { SidePanel } from "../../../ui/SidePanel"
import { Terms } from "../../../ui/Terms"
import { useListParams } from "../../../ui/useListParams"
import { DeliveriesQuery, type Delivery, DELIVERY_COLORS, DELIVERY_STATES, ResendDeliveryMutation } from "./developer"
import { useDeveloperWords } from "./useWords"

const EVERY_MS = 5_000

/** What was sent to the seller's addresses and what they answered. */
export function DeliveriesList() {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDeveloperWords()
  const params = useListParams()
  const [openId, setOpenId] = useState<string>()
  const state = DELIVERY_STATES.find((each) => each === params.state) ?? null
  const query = useRoomQuery(DeliveriesQuery, { page: params.page, state }, { refetchInterval: EVERY_MS })
  const open = query.data?.webhookDeliveries.items.find((each) => each.id === openId)
  return (
    <>
      <h2 className="mt-2 text-base font-semibold">{t("developer.log")}</h2>
      <List
        label={t("developer.log")}
        query={query}
        pick={(data) => data.webhookDeliveries}
        rowKey={(row) => row.id}
        params={params}
        filter={{
          label: t("common.state"),
          options: DELIVERY_STATES.map((value) => ({ value, label: t(`deliveryStates.${value}`) })),
        }}
        onOpen={(row) => setOpenId(row.id)}
        empty={{ title: t("developer.noLog") }}
        columns={[
          {
            key: "type",
            header: t("developer.event"),
            cell: (row) => (
              <button type="button" className="text-ui-fg-interactive font-medium" onClick={() => setOpenId(row.id)}>
                {words.event(row.type)}
              </button>
            ),
          },
          {
            key: "state",
            header: t("common.state"),
            cell: (row) => (
              <StatusBadge color={DELIVERY_COLORS[row.state]}>{t(`deliveryStates.${row.state}`)}</StatusBadge>
            ),
          },
          {
            key: "answer",
            header: t("developer.answer"),
            cell: (row) => (row.attempts[0] ? (row.attempts[0].status ?? t("developer.noAnswer")) : "–"),
          },
          { key: "tries", header: t("developer.tries"), end: true, wide: true, cell: (row) => row.attempts.length },
          {
            key: "url",
            header: t("developer.url"),
            wide: true,
            cell: (row) => <span className="block max-w-[20rem] truncate">{row.url}</span>,
          },
          { key: "at", header: t("developer.at"), cell: (row) => format.dateTime(row.occurredAt) },
        ]}
      />
      {open && <DeliveryDrawer delivery={open} close={() => setOpenId(undefined)} />}
    </>
  )
}

function DeliveryDrawer({ delivery, close }: { delivery: Delivery; close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDeveloperWords()
  const resend = useRoomMutation(ResendDeliveryMutation, { said: t("developer.resent") })
  const settled = delivery.state === "DELIVERED" || delivery.state === "DEAD"
  return (
    <SidePanel title={words.event(delivery.type)} close={close}>
      <Drawer.Body className="flex flex-col gap-4 overflow-y-auto p-4">
        <Terms
          rows={[
            [t("developer.eventId"), <code key="id">{delivery.eventId}</code>],
            [
              t("developer.url"),
              <span key="url" className="break-all">
                {delivery.url}
              </span>,
            ],
            [t("developer.at"), format.dateTime(delivery.occurredAt)],
            [
              t("common.state"),
              <StatusBadge key="state" color={DELIVERY_COLORS[delivery.state]}>
                {t(`deliveryStates.${delivery.state}`)}
              </StatusBadge>,
            ],
          ]}
        />
        {delivery.nextAttemptAt && (
          <p className="text-ui-fg-muted text-sm">
            {t("developer.next", { date: format.dateTime(delivery.nextAttemptAt) })}
          </p>
        )}
        {settled && (
          <Button variant="secondary" isLoading={resend.isPending} onClick={() => resend.mutate({ id: delivery.id })}>
            {t("developer.resend")}
          </Button>
        )}
        <section>
          <h3 className="mb-2 text-sm font-semibold">{t("developer.tries")}</h3>
          <ol className="flex flex-col divide-y text-sm">
            {delivery.attempts.map((attempt) => (
              <li key={attempt.at + String(attempt.status)} className="flex flex-col gap-1 py-2">
                <span className="flex justify-between gap-3">
                  <span className="font-medium">
                    {attempt.status ? `HTTP ${attempt.status}` : t("developer.noAnswer")}
                  </span>
                  <span className="text-ui-fg-muted tabular">
                    {format.dateTime(attempt.at)} · {t("developer.took", { ms: attempt.tookMs })}
                  </span>
                </span>
                {(attempt.error ?? attempt.excerpt) && (
                  <code className="text-ui-fg-subtle break-words text-xs">{attempt.error ?? attempt.excerpt}</code>
                )}
              </li>
            ))}
          </ol>
        </section>
        <section>
          <h3 className="mb-2 text-sm font-semibold">{t("developer.data")}</h3>
          <pre
            tabIndex={0}
            className="bg-ui-bg-subtle overflow-auto whitespace-pre-wrap break-words rounded-md border p-3 text-xs"
          >
            {JSON.stringify(JSON.parse(delivery.data), null, 2)}
          </pre>
        </section>
      </Drawer.Body>
    </SidePanel>
  )
}
