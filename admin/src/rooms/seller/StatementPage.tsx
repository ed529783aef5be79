import { ArrowDownTray } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { messageOf } from "../../api/errors"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { DataTable, Paging } from "../../ui/DataTable"
import { Answer, EmptyNote } from "../../ui/Feedback"
import { Choice } from "../../ui/Fields"
import { Figures } from "../../ui/Figures"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"
import { Terms } from "../../ui/Terms"
import { notify } from "../../ui/notify"
import { useListParams } from "../../ui/useListParams"
import { MonthSwitch } from "./MonthSwitch"
import { downloadStatement } from "./downloadStatement"
import { StatementQuery, useKind } from "./statement"

export function StatementPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const kind = useKind()
  const params = useListParams()
  const [address, setAddress] = useSearchParams()
  const [busy, setBusy] = useState(false)
  const query = useRoomQuery(StatementQuery, {
    month: params.state || null,
    currency: address.get("currency"),
    page: params.page,
    pageSize: 50,
    locale: format.language,
  })
  const month = query.data?.sellerStatement.month
  const currency = query.data?.sellerStatement.currency
  const currencies = query.data?.sellerStatement.currencies ?? []
  const chooseCurrency = (next: string): void =>
    setAddress((before) => {
      const after = new URLSearchParams(before)
      after.set("currency", next)
      after.delete("page")
      return after
    })
  const download = async (): Promise<void> => {
    if (!month) return
    setBusy(true)
    await downloadStatement({ month, currency, language: format.language }, t, kind).catch((error: unknown) =>
      notify.failed(t("errors.title"), messageOf(error, t)),
    )
    setBusy(false)
  }
  return (
    <Page
      title={t("nav.statement")}
      lead={t("seller.statementLead")}
      actions={
        <>
          {currencies.length > 1 && (
            <div className="w-24">
              <Choice
                aria-label={t("common.currency")}
                value={currency}
                choices={currencies.map((value) => ({ value, label: value }))}
                onChange={(event) => chooseCurrency(event.target.value)}
              />
            </div>
          )}
          {month && <MonthSwitch month={month} choose={(next) => params.set({ state: next })} />}
          <Button variant="secondary" isLoading={busy} disabled={!month} onClick={() => void download()}>
            <ArrowDownTray aria-hidden /> CSV
          </Button>
        </>
      }
    >
      <Answer query={query}>
        {({ sellerStatement: s }) => (
          <>
            <Figures
              figures={[
                { label: t("seller.opening"), value: format.money(s.opening) },
                {
                  label: t("seller.movement"),
                  value: format.money({ ...s.closing, amount: s.closing.amount - s.opening.amount }),
                },
                { label: t("seller.closing"), value: format.money(s.closing) },
              ]}
            />
            <div className="grid items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
              <Panel title={t("seller.byKind")}>
                {s.totals.length === 0 ? (
                  t("seller.noEntries")
                ) : (
                  <Terms rows={s.totals.map((total) => [kind(total.kind), format.money(total.amount)])} />
                )}
              </Panel>
              <Panel title={t("seller.entries")} flush>
                {s.entries.length === 0 ? (
                  <EmptyNote title={t("seller.noEntries")} />
                ) : (
                  <>
                    <DataTable
                      label={t("seller.entries")}
                      rows={s.entries}
                      rowKey={(entry) => entry.id}
                      columns={[
                        { key: "at", header: t("common.date"), cell: (entry) => format.dateTime(entry.at) },
                        { key: "kind", header: t("common.kind"), cell: (entry) => kind(entry.kind) },
                        {
                          key: "order",
                          header: t("common.order"),
                          cell: (entry) => (entry.orderNumber ? `#${entry.orderNumber}` : "–"),
                        },
                        {
                          key: "what",
                          header: t("common.description"),
                          wide: true,
                          cell: (entry) => (
                            <span className="block max-w-[13rem] truncate 2xl:max-w-[24rem]" title={entry.description}>
                              {entry.description}
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
                    <Paging page={s.page} pageSize={s.pageSize} total={s.entryTotal} go={params.go} />
                  </>
                )}
              </Panel>
            </div>
          </>
        )}
      </Answer>
    </Page>
  )
}
