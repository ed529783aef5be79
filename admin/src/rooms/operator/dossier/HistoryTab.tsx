import { useTranslation } from "react-i18next"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { Panel } from "../../../ui/Panel"
import type { StateName } from "../../../ui/StateBadge"
import { StateBadge } from "../../../ui/StateBadge"
import type { Dossier } from "./dossier"

/** Every transition with its actor, its reason and its time. */
export function HistoryTab({ dossier: { history } }: { dossier: Dossier }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Panel flush title={t("dossier.history")}>
      <DataTable
        label={t("dossier.history")}
        rows={history}
        rowKey={(row) => row.id}
        columns={[
          { key: "at", header: t("dossier.when"), cell: (row) => format.dateTime(row.at) },
          {
            key: "to",
            header: t("dossier.change"),
            cell: (row) => <StateBadge state={row.to.toUpperCase() as StateName} />,
          },
          { key: "actor", header: t("dossier.who"), cell: (row) => row.actor },
          {
            key: "reason",
            header: t("standing.reason"),
            cell: (row) => <span className="block min-w-40 max-w-md whitespace-normal">{row.reason ?? "–"}</span>,
          },
        ]}
      />
    </Panel>
  )
}
