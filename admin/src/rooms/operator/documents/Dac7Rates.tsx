import { Alert, Button, Text } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { graphql } from "../../../api/graphql"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { DataTable } from "../../../ui/DataTable"
import { TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Panel } from "../../../ui/Panel"
import { microsOfRate } from "./rate"

const SaveMutation = graphql(`
  mutation SaveDac7Rate($year: Int!, $currency: String!, $euroMicros: SafeInt!, $source: String!) {
    saveDac7Rate(year: $year, currency: $currency, euroMicros: $euroMicros, source: $source) {
      year
    }
  }
`)

interface Rate {
  currency: string
  euroMicros: number
  source: string
  setAt: string
}

/** What other currencies were worth that year: the report is in euros. */
export function Dac7Rates({ year, rates, lacks }: { year: number; rates: readonly Rate[]; lacks: readonly string[] }) {
  const { t, i18n } = useTranslation()
  const exact = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 6 })
  const format = useFormat()
  const { register, handleSubmit, formState, reset } = useForm({
    defaultValues: { currency: lacks[0] ?? "", rate: "", source: "" },
  })
  const save = useRoomMutation(SaveMutation, {
    quiet: true,
    said: t("dac7.rateSaved"),
    done: () => reset({ currency: "", rate: "", source: "" }),
  })
  const needed = (error: unknown): string | undefined => (error ? t("forms.required") : undefined)
  return (
    <Panel title={t("dac7.rates", { year })}>
      <div className="flex flex-col gap-4">
        {lacks.length > 0 && <Alert variant="warning">{t("dac7.ratesLack", { currencies: lacks.join(", ") })}</Alert>}
        {rates.length > 0 && (
          <DataTable
            label={t("dac7.table", { title: t("dac7.rates", { year }) })}
            rows={rates}
            rowKey={(rate) => rate.currency}
            columns={[
              { key: "currency", header: t("common.currency"), cell: (rate) => rate.currency },
              {
                key: "rate",
                header: t("dac7.rate"),
                end: true,
                cell: (rate) => exact.format(rate.euroMicros / 1_000_000),
              },
              { key: "source", header: t("dac7.source"), wide: true, cell: (rate) => rate.source },
              { key: "set", header: t("common.date"), cell: (rate) => format.date(rate.setAt) },
            ]}
          />
        )}
        <Text size="small" className="text-ui-fg-subtle">
          {t("dac7.ratesText")}
        </Text>
        <form
          noValidate
          className="flex flex-col gap-3"
          onSubmit={(event) =>
            void handleSubmit(({ currency, rate, source }) =>
              save.mutate({ year, currency, source, euroMicros: microsOfRate(rate) ?? 0 }),
            )(event)
          }
        >
          <FormError error={save.error} />
          <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-[7rem_10rem_1fr_auto]">
            <TextField
              label={t("common.currency")}
              maxLength={3}
              error={needed(formState.errors.currency)}
              {...register("currency", { required: true, pattern: /^[A-Za-z]{3}$/ })}
            />
            <TextField
              label={t("dac7.rate")}
              inputMode="decimal"
              error={formState.errors.rate && t("dac7.rateWrong")}
              {...register("rate", { validate: (text) => microsOfRate(text) !== null })}
            />
            <TextField
              label={t("dac7.source")}
              maxLength={200}
              error={needed(formState.errors.source)}
              {...register("source", { required: true, minLength: 3 })}
            />
            <Button type="submit" variant="secondary" className="sm:mt-6" isLoading={save.isPending}>
              {t("common.save")}
            </Button>
          </div>
        </form>
      </div>
    </Panel>
  )
}
