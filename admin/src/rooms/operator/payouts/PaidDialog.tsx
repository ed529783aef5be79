import { Button, Prompt } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { MarkPaidMutation } from "./queries"

interface PaidDialogProps {
  ids: readonly string[]
  close: () => void
  done: () => void
}

/** The operator's word that the bank has executed them, with the bank's reference. */
export function PaidDialog({ ids, close, done }: PaidDialogProps) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState } = useForm<{ reference: string }>({ defaultValues: { reference: "" } })
  const mark = useRoomMutation(MarkPaidMutation, {
    said: t("payouts.marked"),
    quiet: true,
    done: () => {
      done()
      close()
    },
  })
  return (
    <Prompt open onOpenChange={(open) => !open && close()} variant="confirmation">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("payouts.markPaidTitle")}</Prompt.Title>
          <Prompt.Description>{t("payouts.markPaidText")}</Prompt.Description>
        </Prompt.Header>
        <form
          noValidate
          onSubmit={(event) =>
            void handleSubmit(({ reference }) => mark.mutate({ ids: [...ids], reference: reference.trim() }))(event)
          }
        >
          <div className="flex flex-col gap-3 px-6 pt-4">
            <FormError error={mark.error} />
            <TextField
              label={t("payouts.bankOrder")}
              error={formState.errors.reference && t("forms.required")}
              {...register("reference", { validate: (text) => text.trim().length > 0 })}
            />
          </div>
          <Prompt.Footer>
            <Button type="button" size="small" variant="secondary" onClick={close}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" size="small" isLoading={mark.isPending}>
              {t("payouts.made", { count: ids.length })} · {t("payouts.markPaidOne")}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
