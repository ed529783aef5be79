import { ArrowDownTray } from "@medusajs/icons"
import { Button, Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { messageOf } from "../../../api/errors"
import { roomRequest, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { downloadCsv } from "../../../ui/csv"
import { List } from "../../../ui/List"
import { notify } from "../../../ui/notify"
import { Page } from "../../../ui/Page"
import { type ListParams, useListParams } from "../../../ui/useListParams"
import { useKind } from "../../seller/statement"
import { AccountTotals } from "./AccountTotals"
import { ACCOUNTS, BookCsvQuery, EntriesQuery } from "./book"
import { JournalDrawer } from "./JournalDrawer"
import { useAccount } from "./useAccount"

export function BookPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const kind = useKind()
  const account = useAccount()
  const params = useListParams()
  const [journal, setJournal] = useState<string>()
  const number = /^#(\d{1,9})$/.exec(params.search.trim())?.[1]
  const span = { from: params.get("from") || null, to: params.get("to") || null }
  const filter = {
    ...span,
    account: params.get("account") || null,
    currency: params.get("currency") || null,
    orderNumber: number ? Number(number) : null,
    search: number ? null : params.search || null,
  }
  const query = useRoomQuery(EntriesQuery, { filter, page: params.page, locale: format.language })
  return (
    <Page title={t("nav.book")} lead={t("fees.bookLead")} actions={<CsvButton filter={filter} />}>
      <AccountTotals span={span} choose={(chosen) => params.set({ account: chosen })} />
      <List
        label={t("fees.entries")}
        name="operator.book"
        query={query}
        pick={(data) => data.bookEntries}
        rowKey={(entry) => entry.id}
        params={params}
        search={t("fees.searchBook")}
        filters={[
          {
            key: "account",
            label: t("fees.account"),
            options: ACCOUNTS.map((value) => ({ value, label: account(value) })),
          },
          {
            key: "currency",
            label: t("fees.currency"),
            options: ["EUR", "USD"].map((value) => ({ value, label: value })),
          },
        ]}
        tools={<DaySpan params={params} />}
        empty={{ title: t("fees.noEntries") }}
        onOpen={(entry) => setJournal(entry.journalId)}
        columns={[
          {
            key: "at",
            header: t("common.date"),
            cell: (entry) => (
              <button
                type="button"
                className="underline-offset-2 hover:underline"
                aria-label={`${format.dateTime(entry.at)}, ${t("fees.journal")} ${entry.businessKey}`}
                onClick={() => setJournal(entry.journalId)}
              >
                {format.dateTime(entry.at)}
              </button>
            ),
          },
          { key: "account", header: t("fees.account"), cell: (entry) => account(entry.account) },
          {
            key: "party",
            header: t("fees.party"),
            wide: true,
            cell: (entry) => (
              <span className="block max-w-[9rem] truncate">{entry.partyName ?? entry.party ?? "–"}</span>
            ),
          },
          { key: "kind", header: t("common.kind"), wide: true, cell: (entry) => kind(entry.kind) },
          {
            key: "what",
            header: t("common.description"),
            wide: true,
            cell: (entry) => <span className="block max-w-[14rem] truncate">{entry.description}</span>,
          },
          {
            key: "order",
            header: t("common.order"),
            hidden: true,
            cell: (entry) => (entry.orderNumber ? `#${entry.orderNumber}` : "–"),
          },
          { key: "tax", header: t("fees.taxCode"), hidden: true, cell: (entry) => entry.taxCode ?? "–" },
          { key: "amount", header: t("common.amount"), end: true, cell: (entry) => format.micros(entry.amount) },
        ]}
      />
      {journal && <JournalDrawer id={journal} close={() => setJournal(undefined)} />}
    </Page>
  )
}

function DaySpan({ params }: { params: ListParams }) {
  const { t } = useTranslation()
  return (
    <>
      {(["from", "to"] as const).map((key) => (
        <label key={key} className="text-ui-fg-subtle flex items-center gap-2 text-sm">
          {t(`fees.${key}`)}
          <Input
            type="date"
            size="small"
            value={params.get(key)}
            onChange={(event) => params.set({ [key]: event.target.value })}
          />
        </label>
      ))}
    </>
  )
}

function CsvButton({ filter }: { filter: Record<string, unknown> }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const [busy, setBusy] = useState(false)
  const download = async (): Promise<void> => {
    setBusy(true)
    await roomRequest("OPERATOR", BookCsvQuery, { filter, locale: language })
      .then(({ bookCsv }) => downloadCsv("gondola-ledger.csv", bookCsv))
      .catch((error: unknown) => notify.failed(t("errors.title"), messageOf(error, t)))
    setBusy(false)
  }
  return (
    <Button size="small" variant="secondary" isLoading={busy} onClick={() => void download()}>
      <ArrowDownTray aria-hidden /> CSV
    </Button>
  )
}
