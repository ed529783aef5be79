import { ArrowUpTray } from "@medusajs/icons"
import { Badge, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ResultOf } from "../../api/graphql"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { BackLink } from "../../ui/BackLink"
import { List } from "../../ui/List"
import { Meter } from "../../ui/Meter"
import { Page } from "../../ui/Page"
import { useListParams } from "../../ui/useListParams"
import { RunPanel } from "../seller/imports/RunPanel"
import { remaining } from "./remaining"

const RunsQuery = graphql(`
  query ImportRuns($page: Int) {
    importRuns(page: $page) {
      total
      page
      pageSize
      items {
        id
        file
        format
        state
        dryRun
        sellerName
        bulk
        proposed
        perSecond
        secondsLeft
        total
        done
        created
        updated
        unchanged
        failed
        startedAt
        finishedAt
      }
    }
  }
`)

type Run = ResultOf<typeof RunsQuery>["importRuns"]["items"][number]

const WHILE_RUNNING_MS = 2_000
const running = (run: Run): boolean => !run.finishedAt && !/fail|error|stopped|cancelled/i.test(run.state)

export function ImportsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const query = useRoomQuery(
    RunsQuery,
    { page: params.page },
    { refetchInterval: (data) => (data?.importRuns.items.some(running) ? WHILE_RUNNING_MS : false) },
  )
  const state = (run: Run): string =>
    t(`importStates.${run.state.toLowerCase()}` as "importStates.done", { defaultValue: run.state })
  const rest = (run: Run): string => {
    const left = remaining(run, Date.now())
    return left
      ? t("operator.rate_left", { rate: format.number(left.perSecond), minutes: format.number(left.minutes) })
      : ""
  }
  const begin = (
    <Button size="small" asChild>
      <Link to="/operator/imports/new">
        <ArrowUpTray aria-hidden /> {t("articleImports.new")}
      </Link>
    </Button>
  )
  const chosen = params.get("run")
  if (chosen)
    return (
      <>
        <BackLink to="/operator/imports">{t("nav.imports")}</BackLink>
        <Page title={t("imports.oneTitle")}>
          <RunPanel id={chosen} />
        </Page>
      </>
    )
  return (
    <Page title={t("nav.imports")} lead={t("operator.importsLead")} actions={begin}>
      <List
        label={t("nav.imports")}
        query={query}
        pick={(data) => data.importRuns}
        rowKey={(row) => row.id}
        params={params}
        empty={{
          title: t("operator.noImports"),
          hint: t("articleImports.noneHint"),
          action: begin,
        }}
        columns={[
          {
            key: "file",
            header: t("operator.file"),
            cell: (row) => (
              <span className="block py-1">
                <Link
                  to={`/operator/imports?run=${row.id}`}
                  className="block max-w-[11rem] truncate font-medium sm:max-w-[18rem]"
                >
                  {row.bulk ? t("imports.bulk") : row.file}
                </Link>
                <span className="text-ui-fg-muted text-xs">{row.sellerName ?? row.format}</span>
                {row.dryRun && (
                  <Badge size="2xsmall" className="ml-2">
                    {t("operator.dryRun")}
                  </Badge>
                )}
              </span>
            ),
          },
          { key: "state", header: t("common.state"), cell: state },
          {
            key: "progress",
            header: t("operator.progress"),
            cell: (row) => (
              <Meter
                value={row.done}
                most={row.total}
                label={`${format.number(row.done)} / ${format.number(row.total)} ${running(row) ? rest(row) : ""}`}
              />
            ),
          },
          {
            key: "proposed",
            header: t("imports.proposed"),
            end: true,
            wide: true,
            cell: (row) => format.number(row.proposed),
          },
          { key: "created", header: t("operator.created"), end: true, cell: (row) => format.number(row.created) },
          { key: "updated", header: t("operator.updated"), end: true, cell: (row) => format.number(row.updated) },
          { key: "unchanged", header: t("operator.unchanged"), end: true, cell: (row) => format.number(row.unchanged) },
          {
            key: "failed",
            header: t("operator.failed"),
            end: true,
            cell: (row) => (
              <span className={row.failed ? "text-ui-fg-error font-medium" : ""}>{format.number(row.failed)}</span>
            ),
          },
          { key: "started", header: t("operator.started"), wide: true, cell: (row) => format.dateTime(row.startedAt) },
        ]}
      />
    </Page>
  )
}
