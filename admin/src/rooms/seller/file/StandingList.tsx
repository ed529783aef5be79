import { Badge, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"
import { useFormat } from "../../../i18n/format"
import { EmptyNote } from "../../../ui/Feedback"
import { Panel } from "../../../ui/Panel"
import { Terms } from "../../../ui/Terms"

export const StandingFragment = graphql(`
  fragment StandingParts on SellerStanding @_unmask {
    state
    stateReason
    closingAt
    statements {
      id
      decision
      subjectLabel
      reason
      ground
      at
      effectiveAt
      liftedAt
      complainUntil
      complaint {
        id
        text
        at
        outcome
        answer
      }
    }
  }
`)

export type Statement = ResultOf<typeof StandingFragment>["statements"][number]

/** The same for the seller who reads it and the operator who answers. */
export function StandingList({
  statements,
  action,
}: {
  statements: readonly Statement[]
  action: (statement: Statement) => ReactNode
}) {
  const { t } = useTranslation()
  if (statements.length === 0)
    return (
      <Panel>
        <EmptyNote title={t("standing.none")} hint={t("standing.noneHint")} />
      </Panel>
    )
  return (
    <div className="flex flex-col gap-4">
      {statements.map((statement) => (
        <StatementPanel key={statement.id} statement={statement} action={action(statement)} />
      ))}
    </div>
  )
}

function StatementPanel({ statement, action }: { statement: Statement; action: ReactNode }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { complaint } = statement
  return (
    <Panel
      title={`${t(`decisions.${statement.decision}`)} · ${statement.subjectLabel}`}
      actions={
        statement.liftedAt ? (
          <Badge size="2xsmall" color="green">
            {t("standing.lifted", { day: format.date(statement.liftedAt) })}
          </Badge>
        ) : (
          action
        )
      }
    >
      <div className="flex flex-col gap-3">
        <Text size="small" className="max-w-prose whitespace-pre-wrap">
          {statement.reason}
        </Text>
        <Terms
          rows={[
            [t("standing.ground"), t(`grounds.${statement.ground}`)],
            [t("common.date"), format.dateTime(statement.at)],
            [t("standing.effectiveAt"), format.dateTime(statement.effectiveAt)],
          ]}
        />
        {!complaint && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("standing.until", { day: format.date(statement.complainUntil) })}
          </Text>
        )}
        {complaint && (
          <div className="bg-ui-bg-subtle flex flex-col gap-2 rounded-md p-3 text-sm">
            <strong>
              {t("standing.complaint")} · {format.date(complaint.at)}
            </strong>
            <p className="max-w-prose whitespace-pre-wrap">{complaint.text}</p>
            <strong>{complaint.outcome ? t(`outcomes.${complaint.outcome}`) : t("standing.waiting")}</strong>
            {complaint.answer && <p className="max-w-prose whitespace-pre-wrap">{complaint.answer}</p>}
          </div>
        )}
      </div>
    </Panel>
  )
}
