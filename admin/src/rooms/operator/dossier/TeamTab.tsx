import { useTranslation } from "react-i18next"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { EmptyNote } from "../../../ui/Feedback"
import { Panel } from "../../../ui/Panel"
import type { Dossier } from "./dossier"

export function TeamTab({ dossier: { team } }: { dossier: Dossier }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Panel flush title={t("dossier.team")}>
      {team.length === 0 ? (
        <EmptyNote title={t("states.INVITED")} />
      ) : (
        <DataTable
          label={t("dossier.team")}
          rows={team}
          rowKey={(row) => row.id}
          columns={[
            { key: "name", header: t("dossier.who"), cell: (row) => row.name },
            { key: "email", header: t("team.email"), cell: (row) => row.email },
            { key: "role", header: t("team.role"), cell: (row) => t(`roles.${row.role}`) },
            { key: "since", header: t("team.since"), cell: (row) => format.date(row.since) },
          ]}
        />
      )}
    </Panel>
  )
}
