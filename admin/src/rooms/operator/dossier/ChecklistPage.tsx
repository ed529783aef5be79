import { Badge, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"
import { RequirementDrawer } from "./RequirementDrawer"
import type { Requirement } from "./requirements"
import { RequirementsQuery, UsualMutation } from "./requirements"

/** What every seller is asked for. */
export function ChecklistPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState<Requirement | "new">()
  const query = useRoomQuery(RequirementsQuery, {})
  const usual = useRoomMutation(UsualMutation, { said: t("checklist.usualAdded") })
  const addUsual = (
    <Button variant="secondary" isLoading={usual.isPending} onClick={() => usual.mutate({})}>
      {t("checklist.usual")}
    </Button>
  )
  return (
    <Page
      title={t("checklist.title")}
      lead={t("checklist.lead")}
      actions={
        <>
          {addUsual}
          <Button onClick={() => setOpen("new")}>{t("checklist.add")}</Button>
        </>
      }
    >
      <Panel flush>
        <Answer query={query}>
          {({ requirements }) =>
            requirements.length === 0 ? (
              <EmptyNote title={t("checklist.empty")} hint={t("checklist.emptyHint")} />
            ) : (
              <DataTable
                label={t("checklist.title")}
                rows={requirements}
                rowKey={(row) => row.id}
                onOpen={setOpen}
                columns={[
                  {
                    key: "label",
                    header: t("file.papers"),
                    cell: (row) => (
                      <button type="button" className="text-ui-fg-interactive font-medium" onClick={() => setOpen(row)}>
                        {row.label[format.language]}
                      </button>
                    ),
                  },
                  { key: "kind", header: t("checklist.kind"), cell: (row) => t(`requirementKinds.${row.kind}`) },
                  {
                    key: "audience",
                    header: t("checklist.audience"),
                    cell: (row) =>
                      [t(`audiences.${row.audience}`), row.legalForm && t(`legalForms.${row.legalForm}`)]
                        .filter(Boolean)
                        .join(" · "),
                  },
                  {
                    key: "mandatory",
                    header: t("checklist.mandatory"),
                    cell: (row) => (
                      <Badge size="2xsmall" color={row.mandatory ? "orange" : "grey"}>
                        {t(row.mandatory ? "file.mandatory" : "file.optional")}
                      </Badge>
                    ),
                  },
                  { key: "binding", header: t("checklist.binding"), cell: (row) => format.date(row.bindingFrom) },
                ]}
              />
            )
          }
        </Answer>
      </Panel>
      {open && <RequirementDrawer requirement={open === "new" ? undefined : open} close={() => setOpen(undefined)} />}
    </Page>
  )
}
