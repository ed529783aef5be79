import { Button } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { parseAmount, plainAmount } from "../../../i18n/money"
import { TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Panel } from "../../../ui/Panel"
import { HandlingFeeMutation } from "./plans"

/** What a seller pays the shop for each unit that it takes back. */
export function HandlingFeePanel({ fee }: { fee: { amount: number; currency: string } }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const save = useRoomMutation(HandlingFeeMutation, { said: t("fees.handlingSaved"), quiet: true })
  const { register, handleSubmit, formState } = useForm<{ amount: string }>({
    values: { amount: plainAmount(fee.amount, 2, language) },
  })
  return (
    <Panel title={t("fees.handling")}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) =>
          void handleSubmit(({ amount }) => save.mutate({ amount: parseAmount(amount) ?? 0 }))(event)
        }
      >
        <FormError error={save.error} />
        <TextField
          label={t("fees.handlingField")}
          hint={t("fees.handlingHint")}
          inputMode="decimal"
          error={formState.errors.amount && t("forms.amount")}
          {...register("amount", { validate: (text) => (parseAmount(text) ?? -1) >= 0 })}
        />
        <Button type="submit" variant="secondary" className="self-start" isLoading={save.isPending}>
          {t("common.save")}
        </Button>
      </form>
    </Panel>
  )
}
