import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { Answer } from "../../../ui/Feedback"
import { Panel } from "../../../ui/Panel"
import { LegalRatesQuery } from "./queries"
import { RateForm } from "./RateForm"

/** The legal rate of each half-year and the text that fixes it. */
export function RatesPanel() {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useRoomQuery(LegalRatesQuery, {})
  const halfYear = (from: string): string =>
    t(from.slice(5, 7) === "01" ? "refunds.firstHalf" : "refunds.secondHalf", { year: from.slice(0, 4) })
  return (
    <Panel title={t("refunds.rates")}>
      <Answer query={query} rows={5}>
        {({ legalRates }) => (
          <div className="flex flex-col gap-4">
            {!legalRates.currentKnown && (
              <Alert variant="warning">{t("refunds.rateMissingText", { half: halfYear(legalRates.current) })}</Alert>
            )}
            <div className="-mx-4 max-h-56 overflow-y-auto sm:-mx-5">
              <DataTable
                label={t("refunds.ratesTable")}
                rows={legalRates.rates}
                rowKey={(rate) => rate.from}
                columns={[
                  { key: "from", header: t("refunds.half"), cell: (rate) => halfYear(rate.from) },
                  { key: "rate", header: t("refunds.rate"), end: true, cell: (rate) => format.bps(rate.bps) },
                  {
                    key: "source",
                    header: t("refunds.source"),
                    cell: (rate) => <span className="whitespace-normal">{rate.source}</span>,
                  },
                ]}
              />
            </div>
            <RateForm current={legalRates.current} halfYear={halfYear} />
          </div>
        )}
      </Answer>
    </Panel>
  )
}
