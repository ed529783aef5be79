import { Button, Text } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { TextField } from "../../../ui/Fields"
import { Panel } from "../../../ui/Panel"

interface ApprovalFormProps {
  reason: string | null
  busy: boolean
  approve: (managerPin: string, reason: string) => void
}

export function ApprovalForm({ reason, busy, approve }: ApprovalFormProps) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState } = useForm<{ pin: string; reason: string }>({
    defaultValues: { pin: "", reason: "" },
  })
  return (
    <Panel title={t("desk.approvalTitle")}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => void handleSubmit((values) => approve(values.pin, values.reason.trim()))(event)}
      >
        <Text>{reason ?? t("desk.approvalText")}</Text>
        <TextField
          label={t("desk.approvalReason")}
          error={formState.errors.reason && t("forms.required")}
          {...register("reason", { required: true })}
        />
        <TextField
          label={t("desk.managerPin")}
          type="password"
          inputMode="numeric"
          autoComplete="one-time-code"
          error={formState.errors.pin && t("forms.required")}
          {...register("pin", { required: true })}
        />
        <Button type="submit" size="xlarge" className="w-full" isLoading={busy}>
          {t("desk.approve")}
        </Button>
      </form>
    </Panel>
  )
}
