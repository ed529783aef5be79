import { Plus, Trash } from "@medusajs/icons"
import { Button, Heading, IconButton, Text } from "@medusajs/ui"
import { type UseFormReturn, useFieldArray } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { parseAmount } from "../../../i18n/money"
import { TextField } from "../../../ui/Fields"
import type { TermsForm } from "./TermsFields"

/** Currencies with a minimum and a reserve of their own; every other has the figures above. */
export function CurrencyTerms<F extends TermsForm>({ form }: { form: UseFormReturn<F> }) {
  const { t } = useTranslation()
  const { register, control, formState, getValues } = form as unknown as UseFormReturn<TermsForm>
  const { fields, append, remove } = useFieldArray({ control, name: "currencies" })
  const money = (text: string) => (parseAmount(text) ?? -1) >= 0
  const code = (text: string) =>
    /^[A-Za-z]{3}$/.test(text.trim()) &&
    getValues("currencies").filter((each) => each.currency.trim().toUpperCase() === text.trim().toUpperCase())
      .length === 1
  const errors = formState.errors.currencies
  return (
    <section className="flex flex-col gap-3">
      <div>
        <Heading level="h3" className="text-sm font-medium">
          {t("payouts.currencies")}
        </Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("payouts.currenciesHint")}
        </Text>
      </div>
      {fields.map((field, index) => (
        <div key={field.id} className="grid grid-cols-[5rem_1fr_1fr_auto] items-start gap-3">
          <TextField
            label={t("payouts.currency")}
            error={errors?.[index]?.currency && t("payouts.currencyError")}
            maxLength={3}
            {...register(`currencies.${index}.currency`, { validate: code })}
          />
          <TextField
            label={t("payouts.minimum")}
            inputMode="decimal"
            error={errors?.[index]?.minimum && t("forms.amount")}
            {...register(`currencies.${index}.minimum`, { validate: money })}
          />
          <TextField
            label={t("payouts.reserveTarget")}
            inputMode="decimal"
            error={errors?.[index]?.reserveTarget && t("forms.amount")}
            {...register(`currencies.${index}.reserveTarget`, { validate: money })}
          />
          <IconButton
            type="button"
            variant="transparent"
            className="mt-6"
            aria-label={t("payouts.removeCurrency", { currency: getValues(`currencies.${index}.currency`) })}
            onClick={() => remove(index)}
          >
            <Trash />
          </IconButton>
        </div>
      ))}
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="w-fit"
        onClick={() => append({ currency: "", minimum: "", reserveTarget: "" })}
      >
        <Plus />
        {t("payouts.addCurrency")}
      </Button>
    </section>
  )
}
