import { Alert, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../i18n/format"
import { useKind } from "../rooms/seller/statement"
import { DataTable, Paging } from "../ui/DataTable"
import { Answer } from "../ui/Feedback"
import { Terms } from "../ui/Terms"
import type { EntryPage, PayoutRow } from "./documents"
import { PayoutBadge } from "./PayoutBadge"

interface PayoutDetailsProps {
  payout: PayoutRow
  entries: { data: EntryPage | undefined; error: unknown; isLoading: boolean; refetch: () => unknown }
  go: (page: number) => void
}

/** One payout: what it is, how it came here, and the entries that it settles. */
export function PayoutDetails({ payout, entries, go }: PayoutDetailsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const kind = useKind()
  const facts: [string, string | null | undefined][] = [
    [t("payouts.payout"), payout.id],
    [t("payouts.to"), payout.last4 && `•••• ${payout.last4}`],
    [t("payouts.reference"), payout.reference],
    [t("payouts.bankReference"), payout.bankReference],
    [t("payouts.reserve"), payout.reserveMoved.amount !== 0 ? format.money(payout.reserveMoved) : null],
  ]
  return (
    <div className="flex flex-1 flex-col gap-5 overflow-y-auto p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="tabular text-2xl font-semibold">{format.money(payout.amount)}</p>
        <PayoutBadge state={payout.state} />
      </div>
      {payout.problem && payout.state !== "PAID" && (
        <Alert variant="warning">
          {t("payouts.problem")} · {payout.problem}
        </Alert>
      )}
      <Terms rows={facts.flatMap(([term, value]) => (value ? [[term, value] as const] : []))} />
      <section className="flex flex-col gap-2">
        <Heading level="h2" className="text-base font-semibold">
          {t("payouts.events")}
        </Heading>
        <ol className="flex flex-col gap-2 text-sm">
          {payout.events.map((event) => (
            <li key={`${event.state} ${event.at}`} className="flex flex-wrap justify-between gap-x-4">
              <span>{t(`payouts.${event.state}`)}</span>
              <span className="text-ui-fg-subtle tabular">{format.dateTime(event.at)}</span>
            </li>
          ))}
        </ol>
      </section>
      <section className="flex flex-col gap-2">
        <Heading level="h2" className="text-base font-semibold">
          {t("payouts.entries")}
        </Heading>
        <Answer query={entries} rows={4}>
          {(page) => (
            <>
              <DataTable
                label={t("payouts.entries")}
                rows={page.items}
                rowKey={(entry) => entry.id}
                columns={[
                  { key: "at", header: t("common.date"), cell: (entry) => format.date(entry.at) },
                  {
                    key: "kind",
                    header: t("common.kind"),
                    // Four columns do not fit into the panel on a phone, and the amount must be seen.
                    cell: (entry) => (
                      <span className="block whitespace-normal">
                        {kind(entry.kind)}
                        {entry.orderNumber && <span className="text-ui-fg-muted"> · #{entry.orderNumber}</span>}
                      </span>
                    ),
                  },
                  {
                    key: "amount",
                    header: t("common.amount"),
                    end: true,
                    cell: (entry) => format.money(entry.amount),
                  },
                ]}
              />
              <Paging page={page.page} pageSize={page.pageSize} total={page.total} go={go} />
            </>
          )}
        </Answer>
      </section>
    </div>
  )
}
