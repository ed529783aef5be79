import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { BoardExport, BoardView } from "../../board/BoardView"
import { PeriodSwitch, usePeriod } from "../../board/PeriodSwitch"
import { useFormat } from "../../i18n/format"
import { Figures } from "../../ui/Figures"
import { Page } from "../../ui/Page"
import { useSellerBoard } from "./useSellerBoard"

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
    }
  }
`)

export function DashboardPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const [days, choose] = usePeriod()
  const query = useSellerBoard(days)
  const board = useRoomQuery(DashboardQuery, {}).data?.sellerDashboard
  return (
    <Page
      title={t("nav.dashboard")}
      lead={t("seller.dashboardLead")}
      actions={
        <>
          <PeriodSwitch days={days} choose={choose} />
          <BoardExport board={query.data} name="ventes" />
        </>
      }
    >
      <Figures
        loading={!board}
        figures={[
          { label: t("seller.toShip"), value: board?.toShip, to: "/seller/orders" },
          {
            label: t("seller.late"),
            value: board?.late,
            tone: board?.late ? "warn" : "calm",
            hint: t("seller.lateHint"),
            to: "/seller/orders",
          },
          {
            label: t("seller.balance"),
            value: board && format.money(board.balance),
            hint: t("seller.balanceHint"),
            to: "/seller/statement",
          },
          { label: t("seller.activeOffers"), value: board?.activeOffers, to: "/seller/offers?state=ACTIVE" },
        ]}
      />
      <BoardView room="/seller" query={query} days={days} />
    </Page>
  )
}
