import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { BoardExport, BoardView } from "../../board/BoardView"
import { PeriodSwitch, usePeriod } from "../../board/PeriodSwitch"
import { useFormat } from "../../i18n/format"
import { Figures } from "../../ui/Figures"
import { Page } from "../../ui/Page"
import { useOperatorBoard } from "./useOperatorBoard"

const DashboardQuery = graphql(`
  query OperatorDashboard {
    operatorDashboard {
      ordersToday
      commissionRevenue {
        amount
        currency
      }
      sellersToReview
    }
  }
`)

export function DashboardPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const [days, choose] = usePeriod()
  const query = useOperatorBoard(days)
  const today = useRoomQuery(DashboardQuery, {}).data?.operatorDashboard
  const board = query.data
  return (
    <Page
      title={t("nav.dashboard")}
      lead={t("operator.dashboardLead")}
      actions={
        <>
          <PeriodSwitch days={days} choose={choose} />
          <BoardExport board={board} name="gondola" />
        </>
      }
    >
      <Figures
        loading={!today}
        figures={[
          {
            label: t("operator.ordersToday"),
            value: today && format.number(today.ordersToday),
            to: "/operator/orders",
          },
          {
            label: t("operator.toReview"),
            value: today?.sellersToReview,
            tone: today?.sellersToReview ? "warn" : "calm",
            to: "/operator/sellers?state=IN_REVIEW",
          },
          {
            label: t("operator.commission"),
            value: today && format.money(today.commissionRevenue),
            hint: t("operator.days30"),
            to: "/operator/commission-lines",
          },
        ]}
      />
      <BoardView room="/operator" query={query} days={days} />
    </Page>
  )
}
