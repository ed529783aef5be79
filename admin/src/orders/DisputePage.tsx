import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useParams } from "react-router-dom"
import { useRoomMutation, useRoomQuery } from "../api/hooks"
import { useRoom } from "../api/room"
import { useFormat } from "../i18n/format"
import { BackLink } from "../ui/BackLink"
import { Answer, EmptyNote } from "../ui/Feedback"
import { Page } from "../ui/Page"
import { Panel } from "../ui/Panel"
import { Terms } from "../ui/Terms"
import { useConfirm } from "../ui/useConfirm"
import { AnswerForm } from "./AnswerForm"
import { DecideForm } from "./DecideForm"
import { DisputeBadge } from "./DisputeBadge"
import { type Dispute, MoveMutation, OperatorDisputeQuery, SellerDisputeQuery } from "./disputes"
import { Thread } from "./Thread"

/** One dispute: for the seller to answer, for the operator to decide; of the retailer's own part the operator does both. */
export function DisputePage() {
  const { t } = useTranslation()
  const { id = "" } = useParams()
  const operator = useRoom() === "OPERATOR"
  const query = useRoomQuery(operator ? OperatorDisputeQuery : SellerDisputeQuery, { id })
  return (
    <>
      <BackLink to={operator ? "/operator/disputes" : "/seller/disputes"}>{t("nav.disputes")}</BackLink>
      <Answer query={query}>
        {({ dispute }) =>
          dispute ? (
            <DisputeView key={dispute.state} dispute={dispute} operator={operator} />
          ) : (
            <EmptyNote title={t("errors.NOT_FOUND")} />
          )
        }
      </Answer>
    </>
  )
}

function DisputeView({ dispute, operator }: { dispute: Dispute; operator: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const order = operator ? `/operator/orders/${dispute.orderId}` : `/seller/orders/${dispute.sellerOrderId}`
  return (
    <Page
      title={t("disputes.number", { number: dispute.number })}
      lead={
        <span className="flex flex-wrap items-center gap-2">
          <DisputeBadge state={dispute.state} />
          {!dispute.endedAt && (
            <span className={dispute.overdue ? "text-ui-fg-error font-medium" : ""}>
              {t("list.pair", { what: t("disputes.due"), value: format.dateTime(dispute.dueAt) })}
              {dispute.overdue && ` (${t("disputes.overdue")})`}
            </span>
          )}
        </span>
      }
      actions={!operator && <Moves dispute={dispute} />}
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {dispute.statement && (
            <Panel title={t("disputes.statement")}>
              <p className="whitespace-pre-wrap break-words text-sm">{dispute.statement}</p>
            </Panel>
          )}
          {dispute.moves.includes("ANSWER") && <AnswerForm dispute={dispute} />}
          {operator && dispute.moves.includes("DECIDE") && <DecideForm dispute={dispute} />}
          <Thread sellerOrderId={dispute.sellerOrderId} />
        </div>
        <Panel title={t("disputes.title")}>
          <Terms
            rows={[
              [
                t("common.order"),
                <Link key="order" className="text-ui-fg-interactive" to={order}>
                  #{dispute.orderNumber}
                </Link>,
              ],
              [t("care.trader"), dispute.traderName],
              [t("common.customer"), dispute.customerName],
              [t("disputes.openedBy"), t(`careBy.${dispute.openedBy}`)],
              [t("care.reason"), t(`disputeReasons.${dispute.reason}`)],
              [t("disputes.lines"), dispute.lineTitles.join(", ")],
              [t("disputes.claimed"), format.money(dispute.claimed)],
              ...(dispute.offered ? [[t("disputes.offered"), format.money(dispute.offered)] as const] : []),
              ...(dispute.decision
                ? [[t("disputes.decision"), t(`disputeDecisions.${dispute.decision}`)] as const]
                : []),
              ...(dispute.refunded ? [[t("disputes.refunded"), format.money(dispute.refunded)] as const] : []),
            ]}
          />
        </Panel>
      </div>
    </Page>
  )
}

const MOVES = ["TAKE_OFFER", "ESCALATE", "WITHDRAW"] as const

function Moves({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const move = useRoomMutation(MoveMutation)
  const press = async (name: (typeof MOVES)[number]): Promise<void> => {
    const title = t(`disputeMoves.${name}`)
    if (
      await confirm({
        title,
        description: t("disputes.number", { number: dispute.number }),
        confirm: title,
        danger: name === "WITHDRAW",
      })
    )
      move.mutate({ id: dispute.id, move: name })
  }
  return MOVES.filter((name) => dispute.moves.includes(name)).map((name) => (
    <Button key={name} variant="secondary" isLoading={move.isPending} onClick={() => void press(name)}>
      {t(`disputeMoves.${name}`)}
    </Button>
  ))
}
