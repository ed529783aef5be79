import { Alert, Button } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { parseAmount } from "../../../i18n/money"
import { DataTable } from "../../../ui/DataTable"
import { Answer } from "../../../ui/Feedback"
import { ChoiceField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Panel } from "../../../ui/Panel"
import { LegalRatesQuery, SaveRateMutation } from "./queries"

/** Half-years that may be entered: the present one first, the next, and four before it. */
function halfYears(current: string): string[] {
  const at = Number(current.slice(0, 4)) * 2 + (current.slice(5, 7) === "07" ? 1 : 0)
  return [at, at + 1, at - 1, at - 2, at - 3, at - 4].map(
    (each) => `${Math.floor(each / 2)}-${each % 2 ? "07" : "01"}-01`,
  )
}

/** The legal rate of each half-year and the text that fixes it. */
export function RatesPanel() {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useRoomQuery(LegalRatesQuery, {})
  const save = useRoomMutation(SaveRateMutation, { said: t("refunds.rateSaved"), quiet: true, done: () => reset() })
  const { register, handleSubmit, formState, reset } = useForm({ defaultValues: { from: "", percent: "", source: "" } })
  const { errors } = formState
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
            <form
              noValidate
              className="flex flex-col gap-4"
              onSubmit={(event) =>
                void handleSubmit(({ from, percent, source }) =>
                  save.mutate({ from: from || legalRates.current, bps: parseAmount(percent) ?? 0, source }),
                )(event)
              }
            >
              <FormError error={save.error} />
              <div className="grid grid-cols-2 gap-4">
                <ChoiceField
                  label={t("refunds.half")}
                  choices={halfYears(legalRates.current).map((value) => ({ value, label: halfYear(value) }))}
                  {...register("from")}
                />
                <TextField
                  label={t("refunds.ratePercent")}
                  inputMode="decimal"
                  error={errors.percent && t("refunds.rateError")}
                  {...register("percent", {
                    validate: (text) => {
                      const bps = parseAmount(text)
                      return bps !== undefined && bps >= 0 && bps <= 10_000
                    },
                  })}
                />
              </div>
              <TextField
                label={t("refunds.source")}
                error={errors.source && t("refunds.sourceError")}
                {...register("source", { validate: (text) => text.trim().length >= 5 })}
              />
              <Button type="submit" variant="secondary" className="self-start" isLoading={save.isPending}>
                {t("common.save")}
              </Button>
            </form>
          </div>
        )}
      </Answer>
    </Panel>
  )
}
