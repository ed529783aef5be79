import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { graphql, type ResultOf } from "../../../api/graphql"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { monthName } from "../../../documents/monthName"
import { useFormat } from "../../../i18n/format"
import { Answer } from "../../../ui/Feedback"
import { LongWork } from "../../../ui/LongWork"
import { Panel } from "../../../ui/Panel"
import { Terms } from "../../../ui/Terms"
import { useConfirm } from "../../../ui/useConfirm"
import { MonthSwitch } from "../../seller/MonthSwitch"
import { useKind } from "../../seller/statement"

const Run = graphql(`
  fragment BillingRunFigures on BillingRun @_unmask {
    id
    month
    state
    startedAt
    accountsTotal
    accountsDone
    documents
    failures {
      sellerId
      sellerName
      message
    }
  }
`)

const BillingQuery = graphql(
  `
    query Billing($month: String) {
      now
      billingPreview(month: $month) {
        month
        accounts
        totals {
          kind
          count
          amount {
            amount
            currency
          }
        }
      }
      billingRuns(pageSize: 1) {
        items {
          ...BillingRunFigures
        }
      }
    }
  `,
  [Run],
)

const StartMutation = graphql(
  `
    mutation StartBilling($month: String!) {
      startBilling(month: $month) {
        ...BillingRunFigures
      }
    }
  `,
  [Run],
)

type Figures = ResultOf<typeof Run>

const WORK = { RUNNING: "running", DONE: "done", DEAD: "stopped" } as const

/** Closes a month: what it would bill, and how far the last run came. */
export function BillingPanel() {
  const { t } = useTranslation()
  const format = useFormat()
  const kind = useKind()
  const confirm = useConfirm()
  const [month, setMonth] = useState<string>()
  const query = useRoomQuery(
    BillingQuery,
    { month: month ?? null },
    { refetchInterval: (data) => (data?.billingRuns.items[0]?.state === "RUNNING" ? 1000 : false) },
  )
  const start = useRoomMutation(StartMutation, { said: t("billing.started") })
  const ask = async (asked: string): Promise<void> => {
    const name = monthName(asked, format.language)
    const question = { title: t("billing.confirmTitle", { month: name }), description: t("billing.confirmText") }
    if (await confirm({ ...question, confirm: t("billing.start"), danger: false })) start.mutate({ month: asked })
  }
  return (
    <Panel
      title={t("billing.title")}
      actions={query.data && <MonthSwitch month={query.data.billingPreview.month} choose={(next) => setMonth(next)} />}
    >
      <Answer query={query}>
        {({ billingPreview: preview, billingRuns, now }) => {
          const run = billingRuns.items[0]
          const over = preview.month < now.slice(0, 7)
          return (
            <div className="flex flex-col gap-4">
              <Text size="small" className="text-ui-fg-subtle">
                {preview.accounts === 0 ? t("billing.nothing") : t("billing.preview", { count: preview.accounts })}
              </Text>
              {preview.totals.length > 0 && (
                <Terms
                  rows={preview.totals.map((total) => [
                    `${kind(total.kind)} (${format.number(total.count)})${total.amount.currency === "EUR" ? "" : ` ${total.amount.currency}`}`,
                    format.money(total.amount),
                  ])}
                />
              )}
              <Button
                className="w-fit"
                disabled={!over || preview.accounts === 0 || run?.state === "RUNNING"}
                isLoading={start.isPending}
                onClick={() => void ask(preview.month)}
              >
                {t("billing.start")}
              </Button>
              {!over && (
                <Text size="small" className="text-ui-fg-muted">
                  {t("billing.notOver")}
                </Text>
              )}
              {run && <LastRun run={run} now={now} />}
            </div>
          )
        }}
      </Answer>
    </Panel>
  )
}

function LastRun({ run, now }: { run: Figures; now: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <LongWork
      title={t("billing.run", { month: monthName(run.month, format.language) })}
      state={WORK[run.state]}
      done={run.accountsDone}
      total={run.state === "DONE" ? run.accountsDone : run.accountsTotal}
      startedAt={run.startedAt}
      now={now}
      unit={t("billing.accounts")}
    >
      <Text size="small" className="text-ui-fg-subtle">
        {t("billing.issued", { count: run.documents })}
      </Text>
      {run.failures.length > 0 && (
        <ul className="text-ui-fg-error text-sm">
          {run.failures.map((failure) => (
            <li key={failure.sellerId}>
              {failure.sellerName}: {failure.message}
            </li>
          ))}
        </ul>
      )}
    </LongWork>
  )
}
