import { Button } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { TextField } from "../../../ui/Fields"
import { Panel } from "../../../ui/Panel"

interface FindForm {
  number: string
  email: string
}

export function FindStep({ find, busy }: { find: (number: number, email: string) => void; busy: boolean }) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState } = useForm<FindForm>({ defaultValues: { number: "", email: "" } })
  return (
    <Panel title={t("desk.byHand")}>
      <form
        noValidate
        className="grid gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]"
        onSubmit={(event) =>
          void handleSubmit(({ number, email }) => find(Number(number.replace("#", "")), email.trim()))(event)
        }
      >
        <TextField
          label={t("desk.number")}
          inputMode="numeric"
          error={formState.errors.number && t("forms.whole")}
          {...register("number", { pattern: /^\s*#?\d{1,9}\s*$/, required: true })}
        />
        <TextField
          label={t("desk.email")}
          type="email"
          error={formState.errors.email && t("forms.email")}
          {...register("email", { pattern: /^\s*\S+@\S+\s*$/, required: true })}
        />
        <Button type="submit" size="xlarge" className="w-full sm:col-span-2" isLoading={busy}>
          {t("desk.find")}
        </Button>
      </form>
    </Panel>
  )
}
