import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { parseAmount } from "../../../i18n/money"
import { ChoiceField, TextareaField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { newKey } from "../../../ui/newKey"
import { SidePanel } from "../../../ui/SidePanel"
import { SellerNamesQuery } from "../rules"
import { ChargeFeeMutation } from "./fees"

interface FeeForm {
  sellerId: string
  kind: "PENALTY" | "SERVICE" | "CREDIT"
  amount: string
  currency: string
  reason: string
}

const KINDS = ["PENALTY", "SERVICE", "CREDIT"] as const

export function FeeDrawer({ close }: { close: () => void }) {
  const { t } = useTranslation()
  // One key a drawer: a second click charges nothing more.
  const [idempotencyKey] = useState(newKey)
  const sellers = useRoomQuery(SellerNamesQuery, {})
  const charge = useRoomMutation(ChargeFeeMutation, { said: t("fees.charged"), done: close, quiet: true })
  const { register, handleSubmit, formState } = useForm<FeeForm>({
    defaultValues: { sellerId: "", kind: "PENALTY", amount: "", currency: "EUR", reason: "" },
  })
  const { errors } = formState
  const submit = ({ amount, ...form }: FeeForm): void =>
    charge.mutate({ input: { ...form, reason: form.reason.trim(), amount: parseAmount(amount) ?? 0, idempotencyKey } })
  return (
    <SidePanel title={t("fees.chargeTitle")} close={close}>
      <form noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={(event) => void handleSubmit(submit)(event)}>
        <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
          <FormError error={charge.error} />
          <ChoiceField
            key={sellers.data ? 1 : 0}
            label={t("operator.seller")}
            error={errors.sellerId && t("forms.required")}
            choices={[
              { value: "", label: "–" },
              ...(sellers.data?.sellers.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...register("sellerId", { required: true })}
          />
          <ChoiceField
            label={t("fees.kind")}
            choices={KINDS.map((value) => ({ value, label: t(`fees.kind_${value}`) }))}
            {...register("kind")}
          />
          <div className="grid grid-cols-2 gap-4">
            <TextField
              label={t("fees.amountNet")}
              inputMode="decimal"
              error={errors.amount && t("forms.amount")}
              {...register("amount", { validate: (text) => (parseAmount(text) ?? 0) > 0 })}
            />
            <ChoiceField
              label={t("fees.currency")}
              choices={["EUR", "USD"].map((value) => ({ value, label: value }))}
              {...register("currency")}
            />
          </div>
          <TextareaField
            label={t("fees.reason")}
            hint={t("fees.reasonHint")}
            rows={4}
            error={errors.reason && t("forms.required")}
            {...register("reason", { validate: (text) => text.trim() !== "" })}
          />
        </Drawer.Body>
        <Drawer.Footer>
          <Button type="button" variant="secondary" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" isLoading={charge.isPending}>
            {t("fees.charge")}
          </Button>
        </Drawer.Footer>
      </form>
    </SidePanel>
  )
}
