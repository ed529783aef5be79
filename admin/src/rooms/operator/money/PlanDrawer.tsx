import { Button, Drawer } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { parseAmount, plainAmount } from "../../../i18n/money"
import { ChoiceField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { SidePanel } from "../../../ui/SidePanel"
import { CreatePlanMutation, type Plan, UpdatePlanMutation } from "./plans"

interface PlanForm {
  name: string
  price: string
  freeFrom: string
  freeUntil: string
  active: "yes" | "no"
}

export function PlanDrawer({ plan, close }: { plan?: Plan; close: () => void }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const { register, handleSubmit, formState } = useForm<PlanForm>({
    defaultValues: {
      name: plan?.name ?? "",
      price: plan ? plainAmount(plan.monthlyPrice.amount, 2, language) : "",
      freeFrom: plan?.freeFrom ?? "",
      freeUntil: plan?.freeUntil ?? "",
      active: plan?.active === false ? "no" : "yes",
    },
  })
  const options = { said: t("fees.planSaved"), done: close, quiet: true }
  const create = useRoomMutation(CreatePlanMutation, options)
  const update = useRoomMutation(UpdatePlanMutation, options)
  const submit = (form: PlanForm): void => {
    const input = {
      name: form.name.trim(),
      monthlyPrice: parseAmount(form.price) ?? 0,
      currency: plan?.monthlyPrice.currency ?? "EUR",
      freeFrom: form.freeFrom || null,
      freeUntil: form.freeUntil || null,
      active: form.active === "yes",
    }
    if (plan) update.mutate({ id: plan.id, input })
    else create.mutate({ input })
  }
  return (
    <SidePanel title={t(plan ? "fees.planEdit" : "fees.newPlan")} close={close}>
      <form noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={(event) => void handleSubmit(submit)(event)}>
        <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
          <FormError error={create.error ?? update.error} />
          <TextField
            label={t("fees.planName")}
            error={formState.errors.name && t("forms.required")}
            {...register("name", { required: true })}
          />
          <TextField
            label={t("fees.monthlyPrice")}
            hint={t("fees.planHint")}
            inputMode="decimal"
            error={formState.errors.price && t("forms.amount")}
            {...register("price", { validate: (text) => (parseAmount(text) ?? -1) >= 0 })}
          />
          <div className="grid grid-cols-2 gap-4">
            <TextField label={t("fees.freeFrom")} type="date" {...register("freeFrom")} />
            <TextField label={t("fees.freeUntil")} type="date" {...register("freeUntil")} />
          </div>
          <ChoiceField
            label={t("operator.ruleActive")}
            choices={[
              { value: "yes", label: t("common.yes") },
              { value: "no", label: t("common.no") },
            ]}
            {...register("active")}
          />
        </Drawer.Body>
        <Drawer.Footer>
          <Button type="button" variant="secondary" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" isLoading={create.isPending || update.isPending}>
            {t("common.save")}
          </Button>
        </Drawer.Footer>
      </form>
    </SidePanel>
  )
}
