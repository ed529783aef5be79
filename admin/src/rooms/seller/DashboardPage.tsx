import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { ErrorNote } from "../../ui/Feedback"
import { Figures } from "../../ui/Figures"
import { Page } from "../../ui/Page"
import { SalesChart } from "../../ui/SalesChart"

const DashboardQuery = graphql(`
  query SellerDashboard {
    sellerDashboard {
      balance {
        amount
        currency
      }
      toShip
      late
      activeOffers
      sales {
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
  const board = query.data?.sellerDashboard
  return (
    <Page title={t("nav.dashboard")} lead={t("seller.dashboardLead")}>
      {query.error && !board ? (
        <ErrorNote error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          <Figures
            loading={!board}
            figures={[
              {
                label: t("seller.balance"),
                value: board && format.money(board.balance),
                hint: t("seller.balanceHint"),
                to: "/seller/statement",
              },
              { label: t("seller.toShip"), value: board?.toShip, to: "/seller/orders" },
              {
                label: t("seller.late"),
                value: board?.late,
                tone: board?.late ? "warn" : "calm",
                hint: t("seller.lateHint"),
                to: "/seller/orders",
              },
              { label: t("seller.activeOffers"), value: board?.activeOffers, to: "/seller/offers?state=ACTIVE" },
            ]}
          />
          {board && <SalesChart title={t("seller.sales30")} days={board.sales} />}
        </>
      )}
    </Page>
  )
}
