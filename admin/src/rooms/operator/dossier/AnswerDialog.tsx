import { Button, Prompt } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { ChoiceField, TextareaField } from "../../../ui/Fields"

export interface AnswerForm {
  outcome: "UPHELD" | "REVERSED"
  answer: string
}

interface AnswerDialogProps {
  text: string
  pending: boolean
  close: () => void
  submit: (form: AnswerForm) => void
}

/** A complaint is answered by a person, with reasons (DSA art. 20). */
export function AnswerDialog({ text, pending, close, submit }: AnswerDialogProps) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState } = useForm<AnswerForm>({
    defaultValues: { outcome: "UPHELD", answer: "" },
  })
  return (
    <Prompt open onOpenChange={(open) => !open && close()} variant="confirmation">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("dossier.answerTitle")}</Prompt.Title>
          <Prompt.Description className="whitespace-pre-wrap">{text}</Prompt.Description>
        </Prompt.Header>
        <form noValidate onSubmit={(event) => void handleSubmit(submit)(event)}>
          <div className="flex flex-col gap-4 px-6 pt-4">
            <ChoiceField
              label={t("notices.decide")}
              choices={[
                { value: "UPHELD", label: t("dossier.uphold") },
                { value: "REVERSED", label: t("dossier.reverse") },
              ]}
              {...register("outcome")}
            />
            <TextareaField
              label={t("dossier.answerLabel")}
              rows={4}
              error={formState.errors.answer && t("forms.required")}
              {...register("answer", { required: true })}
            />
          </div>
          <Prompt.Footer>
            <Button type="button" size="small" variant="secondary" onClick={close}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" size="small" isLoading={pending}>
              {t("dossier.answerTo")}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
