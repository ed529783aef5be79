import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { roomRequest, useRoomQuery } from "../../api/hooks"
import type { LevelName, Standing } from "../../board/levels"
import { AllLevelsQuery, STANDINGS } from "../../board/levels"
import { StandingBadge } from "../../board/StandingBadge"
import { useLevelWords } from "../../board/useLevelWords"
import { useFormat } from "../../i18n/format"
import { List } from "../../ui/List"
import { Page } from "../../ui/Page"
import { useListParams } from "../../ui/useListParams"

const SHOWN: readonly LevelName[] = [
  "acceptance",
  "lateShipment",
  "cancellation",
  "returns",
  "incidents",
  "responseHours",
]

/** The last measure of every seller, the worst first. */
export function ServiceLevelsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useLevelWords()
  const params = useListParams()
  const standing = STANDINGS.find((each) => each === params.state) ?? null
  const query = useRoomQuery(AllLevelsQuery, { page: params.page, standing })
  type Row = NonNullable<typeof query.data>["operatorServiceLevels"]["items"][number]
  const figure = (row: Row, level: LevelName) => row.figures.find((each) => each.level === level)
  return (
    <Page title={t("nav.serviceLevels")} lead={t("levels.operatorLead")}>
      <List
        label={t("nav.serviceLevels")}
        name="operator.serviceLevels"
        query={query}
        pick={(data) => data.operatorServiceLevels}
        rowKey={(row) => row.sellerId}
        params={params}
        filter={{
          label: t("common.state"),
          options: STANDINGS.map((value: Standing) => ({ value, label: t(`standings.${value}`) })),
        }}
        empty={{ title: t("levels.none"), hint: t("levels.noneHint") }}
        exportPage={async (page) =>
          (await roomRequest("OPERATOR", AllLevelsQuery, { page, standing })).operatorServiceLevels
        }
        columns={[
          {
            key: "seller",
            header: t("levels.seller"),
            csv: (row) => row.sellerName,
            cell: (row) => (
              <Link
                to={`/operator/sellers/${encodeURIComponent(row.sellerId)}`}
                className="text-ui-fg-interactive font-medium"
              >
                {row.sellerName}
              </Link>
            ),
          },
          {
            key: "standing",
            header: t("common.state"),
            csv: (row) => t(`standings.${row.standing}`),
            cell: (row) => <StandingBadge standing={row.standing} />,
          },
          {
            key: "orders",
            header: t("nav.orders"),
            end: true,
            csv: (row) => String(row.orders),
            cell: (row) => format.number(row.orders),
          },
          ...SHOWN.map((level) => ({
            key: level,
            header: t(`levels.${level}`),
            end: true,
            csv: (row: Row) => words.value(level, figure(row, level)?.value ?? null),
            cell: (row: Row) => (
              <span
                className={(figure(row, level)?.standing ?? "GOOD") === "GOOD" ? "" : "text-ui-fg-error font-medium"}
              >
                {words.value(level, figure(row, level)?.value ?? null)}
              </span>
            ),
          })),
          { key: "day", header: t("levels.measured"), hidden: true, cell: (row) => format.day(row.day) },
        ]}
      />
    </Page>
  )
}
