import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { Answer, EmptyNote } from "../../../ui/Feedback"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"
import { useListParams } from "../../../ui/useListParams"
import { MonthSwitch } from "../../seller/MonthSwitch"
import { UnitDrawer } from "./UnitDrawer"
import { type Unit, UnitsQuery } from "./units"

const thisMonth = (): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris", year: "numeric", month: "2-digit" })
    .format(new Date())
    .slice(0, 7)

export function UnitsPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const params = useListParams()
  const [edited, setEdited] = useState<Unit>()
  const month = params.state || thisMonth()
  const query = useRoomQuery(UnitsQuery, { month })
  return (
    <Page
      title={t("nav.units")}
      lead={t("fees.unitsLead")}
      actions={<MonthSwitch month={month} choose={(next) => params.set({ state: next })} />}
    >
      <Answer query={query}>
        {({ units, unitShares }) => (
          <>
            <Panel title={t("fees.unitMonth")} flush>
              {unitShares.length === 0 ? (
                <EmptyNote title={t("fees.noShares")} />
              ) : (
                <DataTable
                  label={t("fees.unitMonth")}
                  rows={unitShares}
                  rowKey={(share) => `${share.unitId} ${share.kind} ${share.base.currency}`}
                  columns={[
                    { key: "name", header: t("fees.channel_SHOP"), cell: (share) => share.name },
                    { key: "kind", header: t("fees.kind"), cell: (share) => t(`fees.unitShare_${share.kind}`) },
                    {
                      key: "base",
                      header: t("fees.salesWithoutVat"),
                      end: true,
                      cell: (share) => format.money(share.base),
                    },
                    {
                      key: "rate",
                      header: t("operator.rateShort"),
                      end: true,
                      cell: (share) => format.bps(share.rateBps),
                    },
                    {
                      key: "amount",
                      header: t("common.amount"),
                      end: true,
                      cell: (share) => format.money(share.amount),
                    },
                  ]}
                />
              )}
            </Panel>
            <Panel title={t("fees.catchment")} flush>
              {units.length === 0 ? (
                <EmptyNote title={t("fees.noUnits")} />
              ) : (
                <DataTable
                  label={t("fees.catchment")}
                  rows={units}
                  rowKey={(unit) => unit.unitId}
                  onOpen={setEdited}
                  columns={[
                    {
                      key: "name",
                      header: t("fees.channel_SHOP"),
                      cell: (unit) => (
                        <button
                          type="button"
                          className="font-medium underline-offset-2 hover:underline"
                          onClick={() => setEdited(unit)}
                        >
                          {unit.name}
                        </button>
                      ),
                    },
                    {
                      key: "area",
                      header: t("fees.catchment"),
                      wide: true,
                      cell: (unit) => unit.postalPrefixes.join(", ") || "–",
                    },
                    { key: "c", header: t("fees.share"), end: true, cell: (unit) => format.bps(unit.catchmentBps) },
                    { key: "p", header: t("fees.pickup"), end: true, cell: (unit) => format.bps(unit.pickupBps) },
                  ]}
                />
              )}
            </Panel>
          </>
        )}
      </Answer>
      {edited && <UnitDrawer unit={edited} close={() => setEdited(undefined)} />}
    </Page>
  )
}
