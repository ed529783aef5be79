import { Badge, Button } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable, Paging } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"
import { ReconcileMutation, ReconciliationsQuery } from "./queries"

const DAY = 86_400_000
const daysFrom = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

/** The ledger beside the provider's book: every comparison and its differences. */
export function ReconciliationPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const query = useRoomQuery(ReconciliationsQuery, { page })
  return (
    <Page title={t("payouts.reconciliationTitle")} lead={t("payouts.reconciliationLead")}>
      <CompareForm />
      <Answer query={query}>
        {({ reconciliations }) =>
          reconciliations.total === 0 ? (
            <Panel>
              <EmptyNote title={t("payouts.noneCompared")} />
            </Panel>
          ) : (
            <>
              {reconciliations.items.map((each) => (
                <Panel
                  key={each.id}
                  flush
                  title={`${format.date(each.from)} – ${format.date(each.to)}`}
                  actions={
                    <Badge size="2xsmall" color={each.differences.length === 0 ? "green" : "red"}>
                      {each.differences.length === 0
                        ? t("payouts.agrees")
                        : t("payouts.differences", { count: each.differences.length })}
                    </Badge>
                  }
                >
                  <p className="text-ui-fg-subtle tabular px-4 pb-3 text-xs sm:px-5">
                    {format.dateTime(each.at)} · {each.provider} · {t("payouts.examined", { count: each.examined })}
                  </p>
                  {each.differences.length > 0 && (
                    <DataTable
                      label={t("payouts.reconciliationTitle")}
                      rows={each.differences}
                      rowKey={(row) => `${row.problem} ${row.payoutId} ${row.reference}`}
                      columns={[
                        {
                          key: "problem",
                          header: t("payouts.difference"),
                          cell: (row) => t(`payouts.${row.problem}`),
                        },
                        {
                          key: "payout",
                          header: t("payouts.payout"),
                          cell: (row) => row.payoutId ?? row.reference ?? "–",
                        },
                        {
                          key: "book",
                          header: t("payouts.book"),
                          end: true,
                          cell: (row) => (row.book ? format.money(row.book) : "–"),
                        },
                        {
                          key: "provider",
                          header: t("payouts.provider"),
                          end: true,
                          cell: (row) => (row.provider ? format.money(row.provider) : "–"),
                        },
                      ]}
                    />
                  )}
                </Panel>
              ))}
              <Paging
                page={reconciliations.page}
                pageSize={reconciliations.pageSize}
                total={reconciliations.total}
                go={setPage}
              />
            </>
          )
        }
      </Answer>
    </Page>
  )
}

function CompareForm() {
  const { t } = useTranslation()
  const { register, handleSubmit } = useForm<{ from: string; to: string }>({
    defaultValues: { from: daysFrom(-30), to: daysFrom(1) },
  })
  const compare = useRoomMutation(ReconcileMutation, { said: t("payouts.compared"), quiet: true })
  return (
    <Panel>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) =>
          void handleSubmit(({ from, to }) => compare.mutate({ from: `${from}T00:00:00Z`, to: `${to}T00:00:00Z` }))(
            event,
          )
        }
      >
        <FormError error={compare.error} />
        <div className="flex flex-wrap items-end gap-3">
          <TextField type="date" label={t("payouts.from")} required {...register("from", { required: true })} />
          <TextField type="date" label={t("payouts.toDay")} required {...register("to", { required: true })} />
          <Button type="submit" isLoading={compare.isPending}>
            {t("payouts.compare")}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
