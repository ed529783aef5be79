import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { BackLink } from "../../ui/BackLink"
import { DataTable } from "../../ui/DataTable"
import { Answer, EmptyNote } from "../../ui/Feedback"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"
import { Picture } from "../../ui/Picture"
import { StateBadge } from "../../ui/StateBadge"
import { Terms } from "../../ui/Terms"
import { Labels } from "./desk/Labels"
import type { StoreReturn } from "./returns"
import { ReturnQuery } from "./returns"

export function ReturnPage() {
  const { t } = useTranslation()
  const { id = "" } = useParams()
  const query = useRoomQuery(ReturnQuery, { id })
  return (
    <>
      <BackLink to="/shop/returns">{t("nav.returns")}</BackLink>
      <Answer query={query}>
        {({ storeReturn }) =>
          storeReturn ? <Details found={storeReturn} /> : <EmptyNote title={t("errors.NOT_FOUND")} />
        }
      </Answer>
    </>
  )
}

function Details({ found }: { found: StoreReturn }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Page title={t("shop.returnTitle", { number: found.number })} lead={<StateBadge state={found.state} />}>
      <Panel title={t("shop.lines")} flush>
        <DataTable
          label={t("shop.lines")}
          rows={found.lines}
          rowKey={(line) => line.id}
          columns={[
            {
              key: "title",
              header: t("common.product"),
              cell: (line) => (
                <span className="flex items-center gap-3 py-1">
                  <Picture src={line.image} />
                  <span>
                    <span className="block max-w-[11rem] truncate sm:max-w-[16rem] font-medium">
                      {line.quantity} × {line.title}
                    </span>
                    <span className="text-ui-fg-muted text-xs">{line.ownerName}</span>
                  </span>
                </span>
              ),
            },
            { key: "basis", header: t("desk.basis"), cell: (line) => t(`bases.${line.basis}`) },
            { key: "grade", header: t("common.grade"), cell: (line) => `${line.grade} · ${t(`grades.${line.grade}`)}` },
            {
              key: "deduction",
              header: t("desk.deductionTotal"),
              end: true,
              cell: (line) => (line.deductionPercent ? format.percent(line.deductionPercent) : "–"),
            },
            { key: "refund", header: t("common.refund"), end: true, cell: (line) => format.money(line.refund) },
            {
              key: "disposition",
              header: t("shop.disposition"),
              cell: (line) => (line.disposition ? t(`dispositions.${line.disposition}`) : t("shop.undecided")),
            },
          ]}
        />
      </Panel>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Panel title={t("common.refund")}>
          <Terms
            rows={[
              [t("desk.goods"), format.money(found.quote.goods)],
              [t("common.delivery"), format.money(found.quote.delivery)],
              [
                t("desk.deductionTotal"),
                format.money({ ...found.quote.deduction, amount: -Math.abs(found.quote.deduction.amount) }),
              ],
              [t("common.total"), <strong key="total">{format.money(found.quote.total)}</strong>],
              ...(found.lateInterest && found.lateInterest.amount.amount > 0
                ? [
                    [
                      t("refunds.interestOf", { count: found.lateInterest.daysLate }),
                      format.money(found.lateInterest.amount),
                    ] as const,
                  ]
                : []),
              ...found.quote.byTrader.map((share) => [share.traderName, format.money(share.refund)] as const),
            ]}
          />
        </Panel>
        <Panel title={t("shop.facts")}>
          <Terms
            rows={[
              [t("common.order"), `#${found.orderNumber}`],
              [t("shop.shop"), found.shop.name],
              [t("shop.clerk"), found.clerkName],
              [t("shop.openedAt"), format.dateTime(found.createdAt)],
              [t("shop.settledAt"), found.settledAt ? format.dateTime(found.settledAt) : "–"],
            ]}
          />
        </Panel>
      </div>
      {found.lines.some((line) => line.bagCode) && <Labels settled={found} />}
    </Page>
  )
}
