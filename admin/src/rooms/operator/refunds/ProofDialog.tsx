import { Button, Prompt } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { DispatchProofMutation } from "./queries"

interface ProofDialogProps {
  withdrawalId: string
  startedAt: string
  close: () => void
}

const today = (): string => new Intl.DateTimeFormat("en-CA").format(new Date())

/** The moment a proof came in: now when it came today, else the noon of its day, never before the declaration. */
const momentOf = (day: string, startedAt: string): string => {
  const noon = new Date(`${day}T12:00:00`)
  const at = day === today() ? new Date() : noon
  return new Date(Math.max(at.getTime(), day === startedAt.slice(0, 10) ? Date.parse(startedAt) : 0)).toISOString()
}

/** The customer showed that the goods were sent: the refund may no longer wait for them. */
export function ProofDialog({ withdrawalId, startedAt, close }: ProofDialogProps) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState } = useForm<{ day: string; reference: string }>({
    defaultValues: { day: today(), reference: "" },
  })
  const record = useRoomMutation(DispatchProofMutation, { said: t("refunds.proofSaved"), quiet: true, done: close })
  return (
    <Prompt open onOpenChange={(open) => !open && close()} variant="confirmation">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("refunds.proof")}</Prompt.Title>
          <Prompt.Description>{t("refunds.proofText")}</Prompt.Description>
        </Prompt.Header>
        <form
          noValidate
          onSubmit={(event) =>
            void handleSubmit(({ day, reference }) =>
              record.mutate({ withdrawalId, provedAt: momentOf(day, startedAt), reference: reference.trim() }),
            )(event)
          }
        >
          <div className="flex flex-col gap-3 px-6 pt-4">
            <FormError error={record.error} />
            <TextField
              type="date"
              max={today()}
              min={startedAt.slice(0, 10)}
              label={t("refunds.proofDay")}
              error={formState.errors.day && t("forms.required")}
              {...register("day", { required: true })}
            />
            <TextField
              label={t("refunds.proofReference")}
              error={formState.errors.reference && t("refunds.referenceError")}
              {...register("reference", { validate: (text) => text.trim().length >= 3 })}
            />
          </div>
          <Prompt.Footer>
            <Button type="button" size="small" variant="secondary" onClick={close}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" size="small" isLoading={record.isPending}>
              {t("common.save")}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
