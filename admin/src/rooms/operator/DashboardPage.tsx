import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { ErrorNote } from "../../ui/Feedback"
import { Figures } from "../../ui/Figures"
import { Page } from "../../ui/Page"
import { SalesChart } from "../../ui/SalesChart"

const DashboardQuery = graphql(`
  query OperatorDashboard {
    operatorDashboard {
      ordersToday
      grossMerchandiseValue {
        amount
        currency
      }
      marketplaceShare
      commissionRevenue {
        amount
        currency
      }
      sellersToReview
      days {
        day
        count
        amount {
          amount
          currency
        }
      }
    }
  }
`)

export function DashboardPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useRoomQuery(DashboardQuery, {})
  const board = query.data?.operatorDashboard
  return (
    <Page title={t("nav.dashboard")} lead={t("operator.dashboardLead")}>
      {query.error && !board ? (
        <ErrorNote error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          <Figures
            loading={!board}
            figures={[
              {
                label: t("operator.ordersToday"),
                value: board && format.number(board.ordersToday),
                to: "/operator/orders",
              },
              {
                label: t("operator.gmv"),
                value: board && format.money(board.grossMerchandiseValue),
                hint: t("operator.days30"),
                to: "/operator/orders",
              },
              {
                label: t("operator.share"),
                value: board && format.percent(board.marketplaceShare),
                hint: t("operator.shareHint"),
                to: "/operator/sellers",
              },
              {
                label: t("operator.commission"),
                value: board && format.money(board.commissionRevenue),
                hint: t("operator.days30"),
                to: "/operator/commission-lines",
              },
              {
                label: t("operator.toReview"),
                value: board?.sellersToReview,
                tone: board?.sellersToReview ? "warn" : "calm",
                to: "/operator/sellers?state=APPLIED",
              },
            ]}
          />
          {board && <SalesChart title={t("operator.sales30")} days={board.days} />}
        </>
      )}
    </Page>
  )
}
