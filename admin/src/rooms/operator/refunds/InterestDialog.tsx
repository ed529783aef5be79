import { Button, Prompt } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { PayInterestMutation } from "./queries"

interface InterestDialogProps {
  refund: { key: string; interest: { amount: number; currency: string } }
  close: () => void
}

/** The operator's word that the bank has sent the interest. */
export function InterestDialog({ refund, close }: InterestDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { register, handleSubmit, formState } = useForm<{ reference: string }>({ defaultValues: { reference: "" } })
  const pay = useRoomMutation(PayInterestMutation, { said: t("refunds.paid"), quiet: true, done: close })
  return (
    <Prompt open onOpenChange={(open) => !open && close()} variant="confirmation">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("refunds.payTitle", { amount: format.money(refund.interest) })}</Prompt.Title>
          <Prompt.Description>{t("refunds.payText")}</Prompt.Description>
        </Prompt.Header>
        <form
          noValidate
          onSubmit={(event) =>
            void handleSubmit(({ reference }) => pay.mutate({ key: refund.key, reference: reference.trim() }))(event)
          }
        >
          <div className="flex flex-col gap-3 px-6 pt-4">
            <FormError error={pay.error} />
            <TextField
              label={t("refunds.reference")}
              error={formState.errors.reference && t("refunds.referenceError")}
              {...register("reference", { validate: (text) => text.trim().length >= 3 })}
            />
          </div>
          <Prompt.Footer>
            <Button type="button" size="small" variant="secondary" onClick={close}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" size="small" isLoading={pay.isPending}>
              {t("refunds.pay")}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
