import { Button } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { parseAmount } from "../../../i18n/money"
import { ChoiceField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { SaveRateMutation } from "./queries"

/** Half-years that may be entered: the present one first, the next, and four before it. */
function halfYears(current: string): string[] {
  const at = Number(current.slice(0, 4)) * 2 + (current.slice(5, 7) === "07" ? 1 : 0)
  return [at, at + 1, at - 1, at - 2, at - 3, at - 4].map(
    (each) => `${Math.floor(each / 2)}-${each % 2 ? "07" : "01"}-01`,
  )
}

interface RateFormProps {
  current: string
  halfYear: (from: string) => string
}

export function RateForm({ current, halfYear }: RateFormProps) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState, reset } = useForm({
    defaultValues: { from: current, percent: "", source: "" },
  })
  const save = useRoomMutation(SaveRateMutation, { said: t("refunds.rateSaved"), quiet: true, done: () => reset() })
  const { errors } = formState
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) =>
        void handleSubmit(({ from, percent, source }) =>
          save.mutate({ from, bps: parseAmount(percent) ?? 0, source: source.trim() }),
        )(event)
      }
    >
      <FormError error={save.error} />
      <div className="grid gap-4 sm:grid-cols-2">
        <ChoiceField
          label={t("refunds.half")}
          choices={halfYears(current).map((value) => ({ value, label: halfYear(value) }))}
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
  )
}
