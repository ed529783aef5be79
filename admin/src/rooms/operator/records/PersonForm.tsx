import { Button } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { downloadText } from "../../../ui/downloadText"
import { ChoiceField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { notify } from "../../../ui/notify"
import { Panel } from "../../../ui/Panel"
import { useConfirm } from "../../../ui/useConfirm"
import { ExportPersonMutation, RequestErasureMutation } from "./privacy"

const SUBJECTS = ["CUSTOMER", "SELLER_MEMBER", "BRAND_MEMBER", "SHOP_STAFF", "OPERATOR"] as const

interface Person {
  email: string
  subject: (typeof SUBJECTS)[number]
}

/** For somebody who wrote or called, a guest too. */
export function PersonForm() {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { register, handleSubmit, formState, reset } = useForm<Person>({
    defaultValues: { email: "", subject: "CUSTOMER" },
  })
  const give = useRoomMutation(ExportPersonMutation, {
    quiet: true,
    said: t("privacy.exported"),
    done: (data) => downloadText("gondola-data.json", data.exportPersonData, "application/json"),
  })
  const erase = useRoomMutation(RequestErasureMutation, {
    quiet: true,
    done: ({ requestErasure }) => {
      notify.done(t(requestErasure.state === "DONE" ? "privacy.erased" : "privacy.waiting"))
      reset()
    },
  })
  const askErasure = async (person: Person) => {
    const sure = await confirm({
      title: t("privacy.eraseTitle"),
      description: t("privacy.eraseText"),
      confirm: t("privacy.erase"),
    })
    if (sure) erase.mutate(person)
  }
  return (
    <Panel title={t("privacy.newRequest")}>
      <form noValidate className="flex flex-col gap-3" onSubmit={(event) => event.preventDefault()}>
        <FormError error={give.error ?? erase.error} />
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr]">
          <TextField
            type="email"
            label={t("privacy.email")}
            error={formState.errors.email && t("forms.required")}
            {...register("email", { required: true })}
          />
          <ChoiceField
            label={t("privacy.subject")}
            choices={SUBJECTS.map((value) => ({ value, label: t(`privacySubjects.${value}`) }))}
            {...register("subject")}
          />
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            type="button"
            size="small"
            variant="secondary"
            isLoading={give.isPending}
            onClick={(event) => void handleSubmit((person) => give.mutate(person))(event)}
          >
            {t("privacy.export")}
          </Button>
          <Button
            type="button"
            size="small"
            variant="danger"
            isLoading={erase.isPending}
            onClick={(event) => void handleSubmit(askErasure)(event)}
          >
            {t("privacy.erase")}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
