import { Button, Prompt } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { TextareaField } from "../../ui/Fields"

interface ReasonDialogProps {
  title: string
  text: string
  confirm: string
  pending: boolean
  /** Of the text; «reason» when absent. */
  label?: string
  close: () => void
  submit: (reason: string) => void
}

const SHORTEST = 10

/** A decision against somebody needs its reasons; they are sent with it (P2B art. 4). */
export function ReasonDialog({ title, text, confirm, pending, label, close, submit }: ReasonDialogProps) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState } = useForm<{ reason: string }>({ defaultValues: { reason: "" } })
  return (
    <Prompt open onOpenChange={(open) => !open && close()} variant="danger">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{title}</Prompt.Title>
          <Prompt.Description>{text}</Prompt.Description>
        </Prompt.Header>
        <form noValidate onSubmit={(event) => void handleSubmit(({ reason }) => submit(reason.trim()))(event)}>
          <div className="px-6 pt-4">
            <TextareaField
              label={label ?? t("operator.reason")}
              rows={4}
              error={formState.errors.reason && t("operator.reasonError", { count: SHORTEST })}
              {...register("reason", { validate: (reason) => reason.trim().length >= SHORTEST })}
            />
          </div>
          <Prompt.Footer>
            <Button type="button" size="small" variant="secondary" onClick={close}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" size="small" variant="danger" isLoading={pending}>
              {confirm}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
