import { ArrowUpTray } from "@medusajs/icons"
import { Badge, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { BackLink } from "../../../ui/BackLink"
import { List } from "../../../ui/List"
import { Meter } from "../../../ui/Meter"
import { Page } from "../../../ui/Page"
import { useListParams } from "../../../ui/useListParams"
import { isOpen, RunsQuery } from "./imports"
import { RunPanel } from "./RunPanel"

const WHILE_RUNNING_MS = 2_000

export function ImportsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const navigate = useNavigate()
  const chosen = params.get("run")
  const query = useRoomQuery(
    RunsQuery,
    { page: params.page },
    { refetchInterval: (data) => (data?.sellerImportRuns.items.some(isOpen) ? WHILE_RUNNING_MS : false) },
  )
  const begin = (
    <Button size="small" asChild>
      <Link to="/seller/imports/new">
        <ArrowUpTray aria-hidden /> {t("imports.new")}
      </Link>
    </Button>
  )
  if (chosen)
    return (
      <>
        <BackLink to="/seller/imports">{t("nav.imports")}</BackLink>
        <Page title={t("imports.oneTitle")}>
          <RunPanel id={chosen} />
        </Page>
      </>
    )
  return (
    <Page title={t("nav.imports")} lead={t("imports.lead")} actions={begin}>
      <List
        label={t("nav.imports")}
        query={query}
        pick={(data) => data.sellerImportRuns}
        rowKey={(row) => row.id}
        params={params}
        onOpen={(row) => void navigate(`/seller/imports?run=${row.id}`)}
        empty={{ title: t("imports.none"), hint: t("imports.noneHint"), action: begin }}
        columns={[
          {
            key: "file",
            header: t("operator.file"),
            cell: (row) => (
              <Link to={`/seller/imports?run=${row.id}`} className="flex flex-wrap items-center gap-2 py-1 font-medium">
                <span className="max-w-[14rem] truncate">{row.bulk ? t("imports.bulk") : row.file}</span>
                {row.dryRun && <Badge size="2xsmall">{t("operator.dryRun")}</Badge>}
              </Link>
            ),
          },
          {
            key: "state",
            header: t("common.state"),
            cell: (row) => t(`importStates.${row.state}` as "importStates.done", { defaultValue: row.state }),
          },
          {
            key: "progress",
            header: t("operator.progress"),
            cell: (row) => (
              <Meter
                value={row.done}
                most={row.total}
                label={`${format.number(row.done)} / ${format.number(row.total)}`}
              />
            ),
          },
          { key: "created", header: t("imports.created"), end: true, cell: (row) => format.number(row.created) },
          {
            key: "updated",
            header: t("imports.updated"),
            end: true,
            wide: true,
            cell: (row) => format.number(row.updated),
          },
          {
            key: "failed",
            header: t("imports.failed"),
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
