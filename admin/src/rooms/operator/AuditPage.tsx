import { Badge, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { DataTable } from "../../ui/DataTable"
import { Answer } from "../../ui/Feedback"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"

const AuditQuery = graphql(`
  query Audit {
    audit {
      at
      clean
      checks {
        name
        examined
        findings {
          check
          subject
          detail
        }
      }
    }
  }
`)

export function AuditPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useRoomQuery(AuditQuery, {})
  const checkName = (name: string): string =>
    t(`checks.${name.replace(/[^a-z]+/gi, "_")}` as "checks.returns", { defaultValue: name })
  return (
    <Page
      title={t("nav.audit")}
      lead={t("operator.auditLead")}
      actions={
        <Button isLoading={query.isFetching} onClick={() => void query.refetch()}>
          {t("operator.auditRun")}
        </Button>
      }
    >
      <Answer query={query}>
        {({ audit }) => {
          const findings = audit.checks.flatMap((check) => check.findings)
          return (
            <>
              <div
                role="status"
                className={`rounded-lg px-5 py-4 text-base font-medium ${
                  audit.clean
                    ? "bg-[color:var(--g-success-soft)] text-[color:var(--g-on-success-soft)]"
                    : "bg-[color:var(--g-danger-soft)] text-[color:var(--g-on-danger-soft)]"
                }`}
              >
                {audit.clean ? t("operator.auditClean") : t("operator.auditFindings", { count: findings.length })}
                <span className="ml-2 text-sm font-normal">{format.dateTime(audit.at)}</span>
              </div>
              <Panel title={t("operator.checks")} flush>
                <DataTable
                  label={t("operator.checks")}
                  rows={audit.checks}
                  rowKey={(check) => check.name}
                  columns={[
                    { key: "name", header: t("operator.check"), cell: (check) => checkName(check.name) },
                    {
                      key: "examined",
                      header: t("operator.examined"),
                      end: true,
                      cell: (check) => format.number(check.examined),
                    },
                    {
                      key: "result",
                      header: t("operator.result"),
                      cell: (check) => (
                        <Badge size="2xsmall" color={check.findings.length === 0 ? "green" : "red"}>
                          {check.findings.length === 0
                            ? t("operator.agrees")
                            : t("operator.auditFindings", { count: check.findings.length })}
                        </Badge>
                      ),
                    },
                  ]}
                />
              </Panel>
              {findings.length > 0 && (
                <Panel title={t("operator.findings")} flush>
                  <DataTable
                    label={t("operator.findings")}
                    rows={findings}
                    rowKey={(finding) => `${finding.check} ${finding.subject} ${finding.detail}`}
                    columns={[
                      { key: "check", header: t("operator.check"), cell: (finding) => checkName(finding.check) },
                      { key: "subject", header: t("operator.subject"), cell: (finding) => finding.subject },
                      { key: "detail", header: t("common.description"), cell: (finding) => finding.detail },
                    ]}
                  />
                </Panel>
              )}
            </>
          )
        }}
      </Answer>
    </Page>
  )
}
