import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { roomRequest, useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { plainAmount } from "../../../i18n/money"
import type { PayoutRow } from "../../../payouts/documents"
import { PayoutBadge } from "../../../payouts/PayoutBadge"
import { Answer } from "../../../ui/Feedback"
import { Figures } from "../../../ui/Figures"
import { List } from "../../../ui/List"
import { newKey } from "../../../ui/newKey"
import { Page } from "../../../ui/Page"
import { useConfirm } from "../../../ui/useConfirm"
import { useListParams } from "../../../ui/useListParams"
import { PaidDialog } from "./PaidDialog"
import { PayoutDrawer } from "./PayoutDrawer"
import { PayoutsQuery, StartRunMutation, TodoQuery } from "./queries"
import { RunsPanel } from "./RunsPanel"

const STATES = ["TO_PAY", "UNRESOLVED", "IN_TRANSIT", "PAID", "REFUSED", "RETURNED"] as const

type State = PayoutRow["state"]

/** The operator's payouts: what needs a hand, the runs with their progress, and every payout. */
export function PayoutsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const confirm = useConfirm()
  const todo = useRoomQuery(TodoQuery, {})
  const start = useRoomMutation(StartRunMutation, { said: t("payouts.started") })
  const askStart = async (): Promise<void> => {
    const sure = await confirm({
      title: t("payouts.startRunTitle"),
      description: t("payouts.startRunText"),
      confirm: t("payouts.startRun"),
      danger: false,
    })
    if (sure) start.mutate({ key: newKey() })
  }
  return (
    <Page
      title={t("payouts.operatorTitle")}
      lead={t("payouts.operatorLead")}
      actions={
        <Button isLoading={start.isPending} onClick={() => void askStart()}>
          {t("payouts.startRun")}
        </Button>
      }
    >
      <Answer query={todo} rows={2}>
        {({ payoutTodo }) => (
          <>
            <Figures
              figures={[
                {
                  label: t("payouts.toPay"),
                  value: format.number(payoutTodo.toPay),
                  hint: payoutTodo.toPayTotals.map((total) => format.money(total)).join(" · "),
                  to: "/operator/payouts?state=TO_PAY",
                },
                {
                  label: t("payouts.unresolved"),
                  value: format.number(payoutTodo.unresolved),
                  tone: payoutTodo.unresolved > 0 ? "warn" : "calm",
                  to: "/operator/payouts?state=UNRESOLVED",
                },
                {
                  label: t("payouts.returned"),
                  value: format.number(payoutTodo.returned),
                  to: "/operator/payouts?state=RETURNED",
                },
                {
                  label: t("payouts.toVerify"),
                  value: format.number(payoutTodo.accountsToVerify),
                  tone: payoutTodo.accountsToVerify > 0 ? "warn" : "calm",
                  to: "/operator/payout-terms?state=TO_VERIFY",
                },
              ]}
            />
            <Text size="small" className="text-ui-fg-subtle">
              {t(payoutTodo.provider === "ledger" ? "payouts.ledgerHint" : "payouts.stripeHint")}
            </Text>
          </>
        )}
      </Answer>
      <PayoutList />
      <RunsPanel />
    </Page>
  )
}

function PayoutList() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [open, setOpen] = useState<PayoutRow>()
  const [paying, setPaying] = useState<{ ids: readonly string[]; clear: () => void }>()
  const variables = { search: params.search || null, state: (params.state || null) as State | null }
  const query = useRoomQuery(PayoutsQuery, { page: params.page, ...variables })
  return (
    <>
      <List
        label={t("payouts.operatorTitle")}
        name="operator.payouts"
        query={query}
        pick={(data) => data.payouts}
        rowKey={(row) => row.id}
        rowName={(row) => `${row.sellerName}, ${format.money(row.amount)}`}
        params={params}
        search={t("payouts.search")}
        filter={{ label: t("common.state"), options: STATES.map((value) => ({ value, label: t(`payouts.${value}`) })) }}
        onOpen={setOpen}
        empty={{ title: t("payouts.none"), hint: t("payouts.noneHint") }}
        bulk={(ids, clear) => (
          <Button size="small" onClick={() => setPaying({ ids, clear })}>
            {t("payouts.markPaid")}
          </Button>
        )}
        exportPage={async (page) =>
          (await roomRequest("OPERATOR", PayoutsQuery, { page, pageSize: 100, ...variables })).payouts
        }
        columns={[
          {
            key: "seller",
            header: t("payouts.seller"),
            csv: (row) => row.sellerName,
            cell: (row) => (
              <button type="button" className="text-ui-fg-interactive font-medium" onClick={() => setOpen(row)}>
                {row.sellerName}
              </button>
            ),
          },
          {
            key: "state",
            header: t("common.state"),
            csv: (row) => t(`payouts.${row.state}`),
            cell: (row) => <PayoutBadge state={row.state} />,
          },
          {
            key: "amount",
            header: t("common.amount"),
            end: true,
            csv: (row) => plainAmount(row.amount.amount, 2, format.language),
            cell: (row) => format.money(row.amount),
          },
          {
            key: "currency",
            header: t("common.currency"),
            hidden: true,
            csv: (row) => row.amount.currency,
            cell: (row) => row.amount.currency,
          },
          {
            key: "to",
            header: t("payouts.to"),
            wide: true,
            csv: (row) => row.last4 ?? "",
            cell: (row) => (row.last4 ? `•••• ${row.last4}` : "–"),
          },
          {
            key: "created",
            header: t("payouts.created"),
            wide: true,
            csv: (row) => row.createdAt,
            cell: (row) => format.date(row.createdAt),
          },
          {
            key: "reference",
            header: t("payouts.bankReference"),
            wide: true,
            csv: (row) => row.bankReference ?? "",
            cell: (row) => row.bankReference ?? "–",
          },
          { key: "id", header: t("payouts.payout"), hidden: true, csv: (row) => row.id, cell: (row) => row.id },
        ]}
      />
      {open && (
        <PayoutDrawer
          payout={open}
          close={() => setOpen(undefined)}
          pay={(ids) => setPaying({ ids, clear: () => setOpen(undefined) })}
        />
      )}
      {paying && <PaidDialog ids={paying.ids} close={() => setPaying(undefined)} done={paying.clear} />}
    </>
  )
}
