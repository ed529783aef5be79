import { useTranslation } from "react-i18next"
import { graphql } from "../../api/graphql"
import { useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { Chart } from "../../ui/Chart"
import { ErrorNote } from "../../ui/Feedback"
import { Figures } from "../../ui/Figures"
import { Page } from "../../ui/Page"

const DashboardQuery = graphql(`
  query ShopDashboard {
    shopDashboard {
      returnsToday
      refundedToday {
        amount
        currency
      }
      inQuarantine
      inCage
      cageOverdue
      days {
        day
        returns
      }
    }
    deskStatus {
      shop {
        name
        address
        city
      }
    }
  }
`)

export function DashboardPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useRoomQuery(DashboardQuery, {})
  const board = query.data?.shopDashboard
  return (
    <Page title={t("nav.dashboard")} lead={query.data?.deskStatus.shop.name}>
      {query.error && !board ? (
        <ErrorNote error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          <Figures
            loading={!board}
            figures={[
              { label: t("shop.returnsToday"), value: board?.returnsToday, to: "/shop/returns" },
              {
                label: t("shop.refundedToday"),
                value: board && format.money(board.refundedToday),
                to: "/shop/returns?state=REFUNDED",
              },
              { label: t("shop.inQuarantine"), value: board?.inQuarantine, to: "/shop/custody?state=quarantine" },
              { label: t("shop.inCage"), value: board?.inCage, to: "/shop/custody?state=cage" },
              {
                label: t("shop.overdue"),
                value: board?.cageOverdue,
                tone: board?.cageOverdue ? "warn" : "calm",
                to: "/shop/custody?state=cage",
              },
            ]}
          />
          {board && (
            <Chart
              title={t("shop.byDay")}
              xLabel={t("chart.day")}
              xFormat={format.day}
              rows={board.days.map(({ day, returns }) => ({ x: day, returns }))}
              series={[
                {
                  key: "returns",
                  label: t("shop.returnsUnit"),
                  kind: "bar",
                  axis: "left",
                  color: "var(--g-chart-1)",
                  format: format.number,
                  whole: true,
                },
              ]}
            />
          )}
        </>
      )}
    </Page>
  )
}
