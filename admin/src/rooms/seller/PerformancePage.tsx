import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../api/hooks"
import type { LevelFigure, LevelName } from "../../board/levels"
import { SellerLevelsQuery } from "../../board/levels"
import { PeriodSwitch, usePeriod } from "../../board/PeriodSwitch"
import { StandingBadge } from "../../board/StandingBadge"
import { useLevelWords } from "../../board/useLevelWords"
import { useFormat } from "../../i18n/format"
import { Chart } from "../../ui/Chart"
import { DataTable } from "../../ui/DataTable"
import { Answer } from "../../ui/Feedback"
import { Choice } from "../../ui/Fields"
import { Page } from "../../ui/Page"
import { Panel } from "../../ui/Panel"

/** How well the seller serves, against the limits at which it is warned and suspended, and how that moved. */
export function PerformancePage() {
  const { t } = useTranslation()
  const format = useFormat()
  const [days, choose] = usePeriod()
  const query = useRoomQuery(SellerLevelsQuery, { days })
  return (
    <Page title={t("nav.performance")} lead={t("levels.lead")} actions={<PeriodSwitch days={days} choose={choose} />}>
      <Answer query={query}>
        {({ sellerServiceLevels: levels, sellerServiceLevelHistory: history }) => (
          <>
            <Panel title={t("levels.title")} actions={<StandingBadge standing={levels.standing} />} flush>
              <Text size="small" className="text-ui-fg-subtle px-4 pb-3 sm:px-5">
                {t("levels.window", {
                  from: format.date(levels.from),
                  until: format.date(levels.until),
                  orders: format.number(levels.orders),
                })}
              </Text>
              <Levels figures={levels.figures} />
            </Panel>
            <Trend history={history} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function Levels({ figures }: { figures: readonly LevelFigure[] }) {
  const { t } = useTranslation()
  const words = useLevelWords()
  return (
    <DataTable
      label={t("levels.title")}
      rows={figures}
      rowKey={(row) => row.level}
      columns={[
        {
          key: "level",
          header: t("levels.level"),
          cell: (row) => (
            <span className="block py-1">
              <span className="block font-medium">{t(`levels.${row.level}`)}</span>
              <span className="text-ui-fg-muted block max-w-[16rem] whitespace-normal text-xs sm:max-w-none">
                {t(`levels.${row.level}Help`)}
              </span>
            </span>
          ),
        },
        {
          key: "value",
          header: t("levels.value"),
          end: true,
          cell: (row) => (
            <span className={row.standing === "GOOD" ? "font-medium" : "text-ui-fg-error font-medium"}>
              {words.value(row.level, row.value)}
            </span>
          ),
        },
        { key: "basis", header: t("levels.count"), end: true, wide: true, cell: (row) => words.basis(row) },
        { key: "warn", header: t("levels.warn"), end: true, cell: (row) => words.limit(row.level, row.warn) },
        { key: "suspend", header: t("levels.suspend"), end: true, cell: (row) => words.limit(row.level, row.suspend) },
        { key: "standing", header: t("common.state"), cell: (row) => <StandingBadge standing={row.standing} /> },
      ]}
    />
  )
}

const NAMES: readonly LevelName[] = [
  "acceptance",
  "lateShipment",
  "cancellation",
  "returns",
  "incidents",
  "responseHours",
]

function Trend({ history }: { history: readonly { day: string; figures: readonly LevelFigure[] }[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useLevelWords()
  const [level, setLevel] = useState<LevelName>("lateShipment")
  const last = history.at(-1)?.figures.find((figure) => figure.level === level)
  return (
    <section className="flex flex-col gap-2">
      <label className="flex max-w-xs flex-col gap-1 text-sm font-medium">
        {t("levels.trendOf")}
        <Choice
          value={level}
          choices={NAMES.map((name) => ({ value: name, label: t(`levels.${name}`) }))}
          onChange={(event) => setLevel(event.target.value as LevelName)}
        />
      </label>
      <Chart
        title={t(`levels.${level}`)}
        xLabel={t("chart.day")}
        xFormat={format.day}
        rows={history.map((day) => ({
          x: day.day,
          value: day.figures.find((figure) => figure.level === level)?.value ?? undefined,
        }))}
        goal={last && { value: last.warn, label: t("levels.warnAt", { limit: words.value(level, last.warn) }) }}
        series={[
          {
            key: "value",
            label: t(`levels.${level}`),
            kind: "line",
            axis: "left",
            color: "var(--g-chart-1)",
            format: (value) => words.value(level, value),
          },
        ]}
      />
    </section>
  )
}
