import { ArrowDownTray } from "@medusajs/icons"
import { Badge, Button, Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { messageOf } from "../../../api/errors"
import { fetchFile } from "../../../api/files"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useRoom } from "../../../api/room"
import { useFormat } from "../../../i18n/format"
import { DataTable, Paging } from "../../../ui/DataTable"
import { Answer } from "../../../ui/Feedback"
import { LongWork } from "../../../ui/LongWork"
import { notify } from "../../../ui/notify"
import { Panel } from "../../../ui/Panel"
import type { Run } from "./imports"
import { CancelMutation, isOpen, ProblemsQuery, RunQuery, workState } from "./imports"

const WHILE_RUNNING_MS = 1_000

interface RunPanelProps {
  id: string
  /** After a dry run: the real one. */
  onStart?: () => void
}

/** One import: how far it is, what became of its lines, and what was left out. */
export function RunPanel({ id, onStart }: RunPanelProps) {
  const { language } = useFormat()
  const query = useRoomQuery(
    RunQuery,
    { id, locale: language },
    { refetchInterval: (data) => (!data || isOpen(data.importRun) ? WHILE_RUNNING_MS : false) },
  )
  return <Answer query={query}>{({ importRun }) => <RunBody run={importRun} onStart={onStart} />}</Answer>
}

function RunBody({ run, onStart }: { run: Run; onStart?: () => void }) {
  const { t } = useTranslation()
  const room = useRoom()
  const { language } = useFormat()
  // A seller's import is the seller's to stop.
  const isOwn = room === "SELLER" || !run.sellerName
  const cancel = useRoomMutation(CancelMutation, { said: t("imports.cancelled") })
  const title = (
    <span className="flex flex-wrap items-center gap-2">
      {run.bulk ? t("imports.bulk") : run.file}
      {run.dryRun && <Badge size="2xsmall">{t("operator.dryRun")}</Badge>}
    </span>
  )
  const report = (): void => {
    fetchFile(room, `/portal/imports/${run.id}/report?locale=${language}`, `import-${run.file}.csv`).catch(
      (error: unknown) => notify.failed(t("errors.title"), messageOf(error, t)),
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <Panel>
        <LongWork
          title={title}
          state={workState(run)}
          done={run.done}
          total={run.total}
          startedAt={run.startedAt}
          unit={t("imports.lines")}
          actions={
            <>
              {isOpen(run) && isOwn && (
                <Button
                  size="small"
                  variant="secondary"
                  disabled={run.state === "cancelling"}
                  isLoading={cancel.isPending}
                  onClick={() => cancel.mutate({ id: run.id })}
                >
                  {t("common.cancel")}
                </Button>
              )}
              {!isOpen(run) && run.failed + run.proposed > 0 && (
                <Button size="small" variant="secondary" onClick={report}>
                  <ArrowDownTray aria-hidden /> {t("imports.report")}
                </Button>
              )}
              {!isOpen(run) && run.dryRun && onStart && (
                <Button size="small" onClick={onStart}>
                  {t("imports.startNow")}
                </Button>
              )}
              {!isOpen(run) && !run.dryRun && room === "SELLER" && run.created + run.updated > 0 && (
                <Button size="small" asChild>
                  <Link to={run.bulk ? "/seller/offers" : `/seller/offers?run=${run.id}`}>
                    {t("imports.seeOffers")}
                  </Link>
                </Button>
              )}
            </>
          }
        />
        {run.fault && (
          <Text size="small" className="text-ui-fg-error mt-3" role="alert">
            {run.fault}
          </Text>
        )}
        <Tally run={run} />
      </Panel>
      <Problems run={run} />
    </div>
  )
}

function Tally({ run }: { run: Run }) {
  const { t } = useTranslation()
  const format = useFormat()
  const figures = [
    ["created", run.created],
    ["updated", run.updated],
    ["unchanged", run.unchanged],
    ["proposed", run.proposed],
    ["failed", run.failed],
  ] as const
  return (
    <dl className="mt-4 grid grid-cols-2 gap-3 sm:grid-cols-5">
      {figures.map(([name, value]) => (
        <div key={name} className="bg-ui-bg-subtle rounded-lg px-3 py-2">
          <dt className="text-ui-fg-subtle text-xs">{t(`imports.${name}`)}</dt>
          <dd className={`tabular text-xl font-semibold ${name === "failed" && value > 0 ? "text-ui-fg-error" : ""}`}>
            {format.number(value)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Problems({ run }: { run: Run }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [page, setPage] = useState(1)
  const query = useRoomQuery(
    ProblemsQuery,
    { runId: run.id, page, locale: format.language },
    { refetchInterval: () => (isOpen(run) ? 3_000 : false) },
  )
  const open = isOpen(run)
  const { refetch } = query
  // A short run is over before it is asked again: its last lines are still to come.
  useEffect(() => {
    if (!open) void refetch()
  }, [open, refetch])
  if (query.data?.importProblems.total === 0) return null
  return (
    <Panel title={t("imports.problems")} flush>
      <Answer query={query}>
        {({ importProblems: list }) => (
          <>
            <DataTable
              label={t("imports.problems")}
              rows={list.items}
              rowKey={(row) => row.id}
              columns={[
                { key: "line", header: t("imports.line"), end: true, cell: (row) => format.number(row.line) },
                { key: "key", header: "SKU", cell: (row) => row.key ?? "–" },
                {
                  key: "level",
                  header: t("imports.level"),
                  cell: (row) => (
                    <Badge size="2xsmall" color={row.level === "error" ? "red" : "orange"}>
                      {t(row.level === "error" ? "imports.error" : "imports.warning")}
                    </Badge>
                  ),
                },
                {
                  key: "message",
                  header: t("imports.message"),
                  cell: (row) => (
                    <span className="block min-w-[16rem] whitespace-normal py-1.5">
                      {t(`importProblems.${row.code}` as "importProblems.BAD_PRICE", { defaultValue: row.message })}
                      <span className="text-ui-fg-muted block text-xs">{row.message}</span>
                    </span>
                  ),
                },
              ]}
            />
            <Paging page={list.page} pageSize={list.pageSize} total={list.total} go={setPage} />
          </>
        )}
      </Answer>
    </Panel>
  )
}
