import { Button } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { TextareaField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import type { Sheet } from "./queries"
import { SaveSafetyMutation } from "./queries"

interface Form {
  manufacturer: string
  manufacturerContact: string
  manufacturerCountry: string
  euResponsible: string
  warnings: string
  guaranteeMonths: string
}

/** The safety block of the listing (GPSR art. 19) and the guarantee; the gates answer at once. */
export function SafetyForm({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState } = useForm<Form>({
    defaultValues: {
      manufacturer: sheet.safety?.manufacturer ?? "",
      manufacturerContact: sheet.safety?.manufacturerContact ?? "",
      manufacturerCountry: sheet.safety?.manufacturerCountry?.toUpperCase() ?? "",
      euResponsible: sheet.safety?.euResponsible ?? "",
      warnings: sheet.safety?.warnings.join("\n") ?? "",
      guaranteeMonths: String(sheet.guaranteeMonths),
    },
  })
  const save = useRoomMutation(SaveSafetyMutation, { said: t("catalogue.saved"), quiet: true })
  const submit = (form: Form): void =>
    save.mutate({
      productId: sheet.item.id,
      guaranteeMonths: Number(form.guaranteeMonths),
      safety: {
        manufacturer: form.manufacturer,
        manufacturerContact: form.manufacturerContact,
        manufacturerCountry: form.manufacturerCountry.trim() || null,
        euResponsible: form.euResponsible.trim() || null,
        warnings: form.warnings.split("\n"),
      },
    })
  const { errors } = formState
  return (
    <form noValidate className="flex flex-col gap-3" onSubmit={(event) => void handleSubmit(submit)(event)}>
      <FormError error={save.error} />
      <TextField label={t("catalogue.manufacturer")} {...register("manufacturer")} />
      <TextField label={t("catalogue.manufacturerContact")} {...register("manufacturerContact")} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t("catalogue.manufacturerCountry")}
          maxLength={2}
          error={errors.manufacturerCountry && t("catalogue.countryError")}
          {...register("manufacturerCountry", { pattern: /^\s*([A-Za-z]{2})?\s*$/ })}
        />
        <TextField
          label={t("catalogue.guarantee")}
          inputMode="numeric"
          error={errors.guaranteeMonths && t("forms.whole")}
          {...register("guaranteeMonths", { pattern: /^\d{1,3}$/, required: true })}
        />
      </div>
      <TextField label={t("catalogue.euResponsible")} {...register("euResponsible")} />
      <TextareaField
        label={t("catalogue.warnings")}
        rows={2}
        hint={t("catalogue.warningsHint")}
        {...register("warnings")}
      />
      <Button type="submit" size="small" className="self-end" isLoading={save.isPending}>
        {t("common.save")}
      </Button>
    </form>
  )
}
