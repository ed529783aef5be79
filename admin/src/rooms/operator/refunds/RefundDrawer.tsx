import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { ResultOf } from "../../../api/graphql"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { SidePanel } from "../../../ui/SidePanel"
import { Terms } from "../../../ui/Terms"
import { ReasonDialog } from "../ReasonDialog"
import { ClockBadge } from "./ClockBadge"
import { InterestDialog } from "./InterestDialog"
import { ProofDialog } from "./ProofDialog"
import { DecideFaultMutation, type OwedRefundsQuery } from "./queries"

type Refund = ResultOf<typeof OwedRefundsQuery>["owedRefunds"]["items"][number]

/** One refund, what the law makes of its delay, and what the operator may do about it. */
export function RefundDrawer({ refund, close }: { refund: Refund; close: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [doing, setDoing] = useState<"fault" | "pay" | "proof">()
  const stop = () => setDoing(undefined)
  const decide = useRoomMutation(DecideFaultMutation, { said: t("refunds.faultSaved"), done: stop })
  const other = refund.bearer === "HOUSE" ? "SELLERS" : "HOUSE"
  const rows: [string, React.ReactNode][] = [
    [t("common.state"), <ClockBadge key="state" state={refund.state} />],
    [t("refunds.kind"), t(`refundKinds.${refund.kind}`)],
    [t("refunds.customer"), refund.email],
    [t("refunds.owed"), `${refund.estimated ? "≈ " : ""}${format.money(refund.owed)}`],
    [t("refunds.startedAt"), format.dateTime(refund.startedAt)],
    [t("refunds.dueOn"), refund.dueAt ? format.date(refund.dueAt) : t("refunds.noDay")],
    ...(refund.refundedAt ? [[t("refunds.refundedAt"), format.dateTime(refund.refundedAt)] as [string, string]] : []),
    ...(refund.daysLate > 0
      ? ([
          [t("refunds.daysLate"), format.number(refund.daysLate)],
          [t("refunds.scale"), refund.surchargeBps === null ? t("refunds.legalRate") : format.bps(refund.surchargeBps)],
          [t("refunds.interest"), format.money(refund.interest)],
        ] as [string, string][])
      : []),
    [t("refunds.bearer"), t(`refunds.bearer_${refund.bearer}`)],
    ...(refund.bearerReason ? [[t("operator.reason"), refund.bearerReason] as [string, string]] : []),
    ...(refund.interestPaidAt
      ? ([
          [t("refunds.interestPaidAt"), format.dateTime(refund.interestPaidAt)],
          [t("refunds.reference"), refund.interestReference ?? ""],
        ] as [string, string][])
      : []),
  ]
  return (
    <SidePanel title={t("refunds.ofOrder", { number: refund.orderNumber })} close={close}>
      <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
        <Terms rows={rows} />
        <Link
          to={`/operator/orders/${encodeURIComponent(refund.orderId)}`}
          className="text-ui-fg-interactive text-sm font-medium"
        >
          {t("refunds.openOrder")}
        </Link>
      </Drawer.Body>
      <Drawer.Footer className="flex-wrap">
        {!refund.refundedAt && (
          <Button variant="secondary" onClick={() => setDoing("fault")}>
            {t(`refunds.charge_${other}`)}
          </Button>
        )}
        {refund.withdrawalId && refund.state === "WAITING_FOR_GOODS" && (
          <Button onClick={() => setDoing("proof")}>{t("refunds.proof")}</Button>
        )}
        {refund.state === "INTEREST_DUE" && <Button onClick={() => setDoing("pay")}>{t("refunds.pay")}</Button>}
      </Drawer.Footer>
      {doing === "fault" && (
        <ReasonDialog
          title={t(`refunds.charge_${other}`)}
          text={t("refunds.faultText")}
          confirm={t("common.save")}
          pending={decide.isPending}
          close={stop}
          submit={(reason) => decide.mutate({ key: refund.key, bearer: other, reason })}
        />
      )}
      {doing === "proof" && refund.withdrawalId && (
        <ProofDialog withdrawalId={refund.withdrawalId} startedAt={refund.startedAt} close={stop} />
      )}
      {doing === "pay" && <InterestDialog refund={refund} close={stop} />}
    </SidePanel>
  )
}
