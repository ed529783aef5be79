import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable, Paging } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { LongWork } from "../../../ui/LongWork"
import { Panel } from "../../../ui/Panel"
import { SidePanel } from "../../../ui/SidePanel"
import { NotesQuery, type RunRow, RunsQuery } from "./queries"

/** Payout runs, the present one with its progress; each says who got nothing and why. */
export function RunsPanel() {
  const { t } = useTranslation()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const [open, setOpen] = useState<RunRow>()
  const query = useRoomQuery(
    RunsQuery,
    { page },
    { refetchInterval: (data) => (data?.payoutRuns.items.some((run) => run.running) ? 1_500 : false) },
  )
  return (
    <Panel title={t("payouts.runs")} flush>
      <Answer query={query} rows={3}>
        {({ payoutRuns: runs, now }) =>
          runs.total === 0 ? (
            <EmptyNote title={t("payouts.noRuns")} />
          ) : (
            <>
              <ul className="divide-y">
                {runs.items.map((run) => (
                  <li key={run.id} className="px-4 py-3 sm:px-5">
                    <LongWork
                      title={`${t("payouts.run", { day: format.date(`${run.day}T12:00:00Z`) })} · ${run.sellerName ?? t(run.kind === "manual" ? "payouts.manual" : "payouts.scheduled")}`}
                      state={run.running ? "running" : "done"}
                      done={run.sellersDone}
                      total={run.sellersTotal}
                      startedAt={run.startedAt}
                      now={now}
                      unit={t("payouts.sellers")}
                      actions={
                        run.carried + run.blocked > 0 && (
                          <Button size="small" variant="transparent" onClick={() => setOpen(run)}>
                            {t("payouts.why")}
                          </Button>
                        )
                      }
                    >
                      <p className="text-ui-fg-subtle tabular text-xs">
                        {[
                          t("payouts.made", { count: run.payouts }),
                          t("payouts.carried", { count: run.carried }),
                          t("payouts.blockedCount", { count: run.blocked }),
                        ].join(" · ")}
                      </p>
                    </LongWork>
                  </li>
                ))}
              </ul>
              <Paging page={runs.page} pageSize={runs.pageSize} total={runs.total} go={setPage} />
            </>
          )
        }
      </Answer>
      {open && (
        <SidePanel title={t("payouts.notesTitle")} close={() => setOpen(undefined)}>
          <Notes runId={open.id} />
        </SidePanel>
      )}
    </Panel>
  )
}

function Notes({ runId }: { runId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const query = useRoomQuery(NotesQuery, { runId, page })
  return (
    <div className="flex-1 overflow-y-auto">
      <Answer query={query}>
        {({ payoutRunNotes: notes }) =>
          notes.total === 0 ? (
            <EmptyNote title={t("payouts.noNotes")} />
          ) : (
            <>
              <DataTable
                label={t("payouts.notesTitle")}
                rows={notes.items}
                rowKey={(note) => `${note.sellerId} ${note.amount.currency}`}
                columns={[
                  { key: "seller", header: t("payouts.seller"), cell: (note) => note.sellerName },
                  {
                    key: "why",
                    header: t("payouts.reason"),
                    cell: (note) => (
                      <span className="block max-w-56 whitespace-normal py-1.5 leading-4">
                        {t(`payouts.${note.outcome}`)}
                        {note.reasons.map((reason) => ` · ${t(`payouts.${reason}`)}`)}
                      </span>
                    ),
                  },
                  {
                    key: "amount",
                    header: t("common.amount"),
                    end: true,
                    cell: (note) => format.money(note.amount),
                  },
                ]}
              />
              <Paging page={notes.page} pageSize={notes.pageSize} total={notes.total} go={setPage} />
            </>
          )
        }
      </Answer>
    </div>
  )
}
