import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { Choice, ChoiceField, Field, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Panel } from "../../../ui/Panel"
import { SellerNamesQuery } from "../rules"
import { type Plan, PlanHistoryQuery, SetPlanMutation } from "./plans"
import { PlanTimes } from "./PlanTimes"

interface SetForm {
  planId: string
  from: string
  freeUntil: string
}

/** Puts one seller on a plan, from a day on. */
export function SellerPlanPanel({ plans }: { plans: readonly Plan[] }) {
  const { t } = useTranslation()
  const [sellerId, setSellerId] = useState("")
  const sellers = useRoomQuery(SellerNamesQuery, {})
  const history = useRoomQuery(PlanHistoryQuery, { sellerId }, { enabled: sellerId !== "" })
  const change = useRoomMutation(SetPlanMutation, { said: t("fees.planSaved"), quiet: true })
  const { register, handleSubmit } = useForm<SetForm>({ defaultValues: { planId: "", from: "", freeUntil: "" } })
  const submit = (form: SetForm): void =>
    change.mutate({
      sellerId,
      planId: form.planId || null,
      from: form.from || null,
      freeFrom: null,
      freeUntil: form.freeUntil || null,
    })
  const names = sellers.data?.sellers.items ?? []
  return (
    <Panel title={t("fees.planOfSeller")}>
      <div className="flex flex-col gap-4">
        <Field label={t("operator.seller")}>
          <Choice
            value={sellerId}
            choices={[{ value: "", label: "–" }, ...names.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={(event) => setSellerId(event.target.value)}
          />
        </Field>
        {sellerId && (
          <>
            <PlanTimes times={history.data?.planHistory ?? []} />
            <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void handleSubmit(submit)(event)}>
              <FormError error={change.error} />
              <ChoiceField
                label={t("fees.plan")}
                choices={[
                  { value: "", label: t("fees.noPlan") },
                  ...plans.filter((plan) => plan.active).map(({ id, name }) => ({ value: id, label: name })),
                ]}
                {...register("planId")}
              />
              <div className="grid grid-cols-2 gap-4">
                <TextField label={t("fees.startDay")} type="date" {...register("from")} />
                <TextField label={t("fees.freeUntil")} type="date" {...register("freeUntil")} />
              </div>
              <Button type="submit" variant="secondary" className="self-start" isLoading={change.isPending}>
                {t("fees.setPlan")}
              </Button>
            </form>
          </>
        )}
      </div>
    </Panel>
  )
}
