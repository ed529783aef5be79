import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { parseAmount, plainAmount } from "../../../i18n/money"
import type { Language } from "../../../i18n/money"
import { type ScheduleShape, useWeekdays } from "../../../payouts/useSchedule"
import { ChoiceField, TextField } from "../../../ui/Fields"

/** A form of payout terms: empty means "as for everybody" where that is offered. */
export interface TermsForm {
  kind: ScheduleShape["kind"] | ""
  weekday: string
  monthDay: string
  minimum: string
  holdDays: string
  reserveTarget: string
  currencies: CurrencyFigures[]
}

export interface CurrencyFigures {
  currency: string
  minimum: string
  reserveTarget: string
}

interface GivenTerms {
  schedule: ScheduleShape | null
  minimum: number | null
  holdDays: number | null
  reserveTarget: number | null
  currencies: readonly { readonly currency: string; readonly minimum: number; readonly reserveTarget: number }[]
}

const amount = (value: number | null, language: Language): string =>
  value === null ? "" : plainAmount(value, 2, language)

export const formOf = (terms: GivenTerms, language: Language): TermsForm => ({
  kind: terms.schedule?.kind ?? "",
  weekday: String(terms.schedule?.weekday ?? 1),
  monthDay: String(terms.schedule?.monthDay ?? 1),
  minimum: amount(terms.minimum, language),
  holdDays: terms.holdDays === null ? "" : String(terms.holdDays),
  reserveTarget: amount(terms.reserveTarget, language),
  currencies: terms.currencies.map((each) => ({
    currency: each.currency,
    minimum: amount(each.minimum, language),
    reserveTarget: amount(each.reserveTarget, language),
  })),
})

export const currenciesOf = ({ currencies }: TermsForm) =>
  currencies.map((each) => ({
    currency: each.currency.trim().toUpperCase(),
    minimum: figureOf(each.minimum) ?? 0,
    reserveTarget: figureOf(each.reserveTarget) ?? 0,
  }))

export const scheduleOf = ({ kind, weekday, monthDay }: TermsForm) =>
  kind === ""
    ? null
    : {
        kind,
        weekday: kind === "WEEKLY" ? Number(weekday) : null,
        monthDay: kind === "MONTHLY" ? Number(monthDay) : null,
      }

export const figureOf = (text: string): number | null => (text.trim() === "" ? null : (parseAmount(text) ?? null))

interface TermsFieldsProps<F extends TermsForm> {
  form: UseFormReturn<F>
  /** Empty fields are allowed: as for everybody. */
  optional?: boolean
}

export function TermsFields<F extends TermsForm>({ form, optional }: TermsFieldsProps<F>) {
  const { t } = useTranslation()
  const weekdays = useWeekdays()
  // The fields of the terms are the same in both forms; the larger form has more beside them.
  const { register, watch, formState } = form as unknown as UseFormReturn<TermsForm>
  const kind = watch("kind")
  const money = (text: string) => (optional && text.trim() === "") || (parseAmount(text) ?? -1) >= 0
  const days = (text: string) =>
    (optional && text.trim() === "") || (/^\d{1,3}$/.test(text.trim()) && Number(text) <= 365)
  const hint = optional ? t("payouts.asAll") : undefined
  return (
    <>
      <ChoiceField
        label={t("payouts.schedule")}
        choices={[
          ...(optional ? [{ value: "", label: t("payouts.asAll") }] : []),
          { value: "DAILY", label: t("payouts.DAILY") },
          { value: "WEEKLY", label: t("payouts.weekly") },
          { value: "MONTHLY", label: t("payouts.monthly") },
          { value: "MANUAL", label: t("payouts.MANUAL") },
        ]}
        {...register("kind")}
      />
      {kind === "WEEKLY" && (
        <ChoiceField
          label={t("payouts.weekday")}
          choices={weekdays.map((label, index) => ({ value: String(index + 1), label }))}
          {...register("weekday")}
        />
      )}
      {kind === "MONTHLY" && (
        <ChoiceField
          label={t("payouts.monthDay")}
          choices={Array.from({ length: 31 }, (_, i) => ({ value: String(i + 1), label: String(i + 1) }))}
          {...register("monthDay")}
        />
      )}
      <TextField
        label={t("payouts.minimum")}
        placeholder={hint}
        inputMode="decimal"
        error={formState.errors.minimum && t("forms.amount")}
        {...register("minimum", { validate: money })}
      />
      <TextField
        label={t("payouts.holdDays")}
        placeholder={hint}
        inputMode="numeric"
        error={formState.errors.holdDays && t("forms.between", { min: 0, max: 365 })}
        {...register("holdDays", { validate: days })}
      />
      <TextField
        label={t("payouts.reserveTarget")}
        placeholder={hint}
        inputMode="decimal"
        error={formState.errors.reserveTarget && t("forms.amount")}
        {...register("reserveTarget", { validate: money })}
      />
    </>
  )
}
