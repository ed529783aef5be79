import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { Chart } from "../../../ui/Chart"
import { Answer } from "../../../ui/Feedback"
import { HistoryQuery } from "../offers"

/** What the offer has cost since when, and the only price that may be announced as the one before. */
export function PriceHistory({ id }: { id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useRoomQuery(HistoryQuery, { id })
  return (
    <Answer query={query} rows={3}>
      {({ sellerOfferHistory: history }) => {
        const today = new Date().toISOString()
        const currency = history.points[0]?.price.currency ?? "EUR"
        return (
          <div className="flex flex-col gap-2">
            <Chart
              title={t("offers.history")}
              xLabel={t("offers.day")}
              xFormat={(x) => format.date(x)}
              // The last price holds until today.
              rows={[...history.points, ...history.points.slice(-1).map((last) => ({ ...last, validFrom: today }))].map(
                (point) => ({ x: point.validFrom, price: point.price.amount }),
              )}
              series={[
                {
                  key: "price",
                  label: t("common.price"),
                  kind: "line",
                  steps: true,
                  axis: "left",
                  color: "var(--g-chart-1)",
                  format: (amount) => format.money({ amount, currency }),
                },
              ]}
            />
            {history.lowest30Days && (
              <Text size="small" className="text-ui-fg-subtle">
                {t("offers.lowest", { price: format.money(history.lowest30Days) })}
              </Text>
            )}
          </div>
        )
      }}
    </Answer>
  )
}
