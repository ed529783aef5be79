import { Button, Drawer } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { parseAmount, plainAmount } from "../../../i18n/money"
import { TextareaField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { SidePanel } from "../../../ui/SidePanel"
import { SaveUnitMutation, type Unit } from "./units"

interface UnitForm {
  prefixes: string
  catchment: string
  pickup: string
}

export function UnitDrawer({ unit, close }: { unit: Unit; close: () => void }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const save = useRoomMutation(SaveUnitMutation, { said: t("fees.unitSaved"), done: close, quiet: true })
  const { register, handleSubmit, formState } = useForm<UnitForm>({
    defaultValues: {
      prefixes: unit.postalPrefixes.join(", "),
      catchment: plainAmount(unit.catchmentBps, 2, language),
      pickup: plainAmount(unit.pickupBps, 2, language),
    },
  })
  const rate = (text: string): boolean => (parseAmount(text) ?? -1) >= 0 && (parseAmount(text) ?? 0) <= 10_000
  const submit = (form: UnitForm): void =>
    save.mutate({
      input: {
        unitId: unit.unitId,
        postalPrefixes: form.prefixes
          .split(/[,;\n]/)
          .map((each) => each.trim())
          .filter(Boolean),
        catchmentBps: parseAmount(form.catchment) ?? 0,
        pickupBps: parseAmount(form.pickup) ?? 0,
      },
    })
  return (
    <SidePanel title={unit.name} close={close}>
      <form noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={(event) => void handleSubmit(submit)(event)}>
        <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
          <FormError error={save.error} />
          <TextareaField
            label={t("fees.catchment")}
            hint={t("fees.catchmentHint")}
            rows={3}
            {...register("prefixes")}
          />
          <TextField
            label={t("fees.catchmentBps")}
            inputMode="decimal"
            error={formState.errors.catchment && t("operator.rateError")}
            {...register("catchment", { validate: rate })}
          />
          <TextField
            label={t("fees.pickupBps")}
            inputMode="decimal"
            error={formState.errors.pickup && t("operator.rateError")}
            {...register("pickup", { validate: rate })}
          />
        </Drawer.Body>
        <Drawer.Footer>
          <Button type="button" variant="secondary" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" isLoading={save.isPending}>
            {t("common.save")}
          </Button>
        </Drawer.Footer>
      </form>
    </SidePanel>
  )
}
