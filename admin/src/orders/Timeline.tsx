import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ResultOf } from "../api/graphql"
import { graphql } from "../api/graphql"
import { useFormat } from "../i18n/format"
import { Panel } from "../ui/Panel"

export const EventFields = graphql(`
  fragment EventFields on OrderEvent @_unmask {
    id
    at
    by
    kind
    units
    reason
    amount {
      amount
      currency
    }
  }
`)

type Event = ResultOf<typeof EventFields>

/** What happened, the oldest first. */
export function Timeline({ events }: { events: readonly Event[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const reason = (event: Event): string | null =>
    event.reason
      ? t(`careReasons.${event.reason}` as "careReasons.OTHER", {
          defaultValue: t(`disputeReasons.${event.reason}` as "disputeReasons.OTHER", { defaultValue: event.reason }),
        })
      : null
  return (
    <Panel title={t("care.events")}>
      {events.length === 0 && <Text size="small">{t("care.none")}</Text>}
      <ol className="flex flex-col gap-3 border-l pl-4">
        {events.map((event) => (
          <li key={event.id} className="relative">
            <span aria-hidden className="bg-ui-fg-muted absolute -left-[1.3rem] top-1.5 size-2 rounded-full" />
            <Text size="small" weight="plus">
              {t(`careEvents.${event.kind}`)}
              {event.amount && ` · ${format.money(event.amount)}`}
            </Text>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {format.dateTime(event.at)} · {t(`careBy.${event.by}`)}
              {event.units ? ` · ${t("care.units", { count: event.units })}` : ""}
              {reason(event) ? ` · ${reason(event)}` : ""}
            </Text>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
