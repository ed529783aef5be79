import { Button } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { parseMicros, plainMicros } from "../../i18n/money"
import { TextField } from "../../ui/Fields"
import { FormError } from "../../ui/FormError"
import { Panel } from "../../ui/Panel"
import type { PlacementSettings } from "./placement"
import { SaveSettingsMutation, slotsOf } from "./placement"

interface PlacementValues {
  floor: string
  maxPerBrand: string
  searchSlots: string
  categorySlots: string
}

const places = (slots: readonly number[]): string => slots.map((slot) => slot + 1).join(", ")
const isPlaces = (text: string): boolean => slotsOf(text) !== undefined

export function PlacementForm({ settings }: { settings: PlacementSettings }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const { register, handleSubmit, formState } = useForm<PlacementValues>({
    defaultValues: {
      floor: plainMicros(settings.floor.micros, language),
      maxPerBrand: String(settings.maxPerBrand),
      searchSlots: places(settings.searchSlots),
      categorySlots: places(settings.categorySlots),
    },
  })
  const save = useRoomMutation(SaveSettingsMutation, { said: t("operator.placementSaved"), quiet: true })
  const submit = (values: PlacementValues): void =>
    save.mutate({
      input: {
        floorMicros: parseMicros(values.floor) ?? 0,
        maxPerBrand: Number(values.maxPerBrand),
        searchSlots: slotsOf(values.searchSlots) ?? [],
        categorySlots: slotsOf(values.categorySlots) ?? [],
      },
    })
  const errors = formState.errors
  return (
    <Panel>
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void handleSubmit(submit)(event)}>
        <FormError error={save.error} />
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
          <TextField
            label={t("operator.floorField", { currency: settings.floor.currency })}
            inputMode="decimal"
            hint={t("operator.floorHint")}
            error={errors.floor && t("forms.amount")}
            {...register("floor", { validate: (text) => (parseMicros(text) ?? 0) > 0 })}
          />
          <TextField
            label={t("operator.maxPerBrand")}
            inputMode="numeric"
            hint={t("operator.maxPerBrandHint")}
            error={errors.maxPerBrand && t("forms.whole")}
            {...register("maxPerBrand", { validate: (text) => /^[1-9]\d?$/.test(text.trim()) })}
          />
          <TextField
            label={t("operator.searchSlots")}
            hint={t("operator.slotsHint")}
            error={errors.searchSlots && t("operator.slotsError")}
            {...register("searchSlots", { validate: isPlaces })}
          />
          <TextField
            label={t("operator.categorySlots")}
            hint={t("operator.slotsHint")}
            error={errors.categorySlots && t("operator.slotsError")}
            {...register("categorySlots", { validate: isPlaces })}
          />
        </div>
        <Button type="submit" className="self-start" isLoading={save.isPending} disabled={!formState.isDirty}>
          {t("common.save")}
        </Button>
      </form>
    </Panel>
  )
}
