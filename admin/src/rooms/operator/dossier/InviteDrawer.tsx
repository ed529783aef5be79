import { Button, Drawer } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { graphql } from "../../../api/graphql"
import { useRoomMutation } from "../../../api/hooks"
import { ChoiceField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { SidePanel } from "../../../ui/SidePanel"

const InviteMutation = graphql(`
  mutation InviteSeller($email: String!, $name: String!, $locale: Locale!) {
    inviteSeller(email: $email, name: $name, locale: $locale) {
      id
    }
  }
`)

interface InviteForm {
  name: string
  email: string
  locale: "fr" | "en"
}

export function InviteDrawer({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState } = useForm<InviteForm>({
    defaultValues: { name: "", email: "", locale: "fr" },
  })
  const invite = useRoomMutation(InviteMutation, { said: t("invite.sent"), quiet: true, done: close })
  return (
    <SidePanel title={t("invite.title")} close={close}>
      <form
        noValidate
        className="flex min-h-0 flex-1 flex-col"
        onSubmit={(event) => void handleSubmit((values) => invite.mutate(values))(event)}
      >
        <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
          <FormError error={invite.error} />
          <TextField
            label={t("invite.name")}
            error={formState.errors.name && t("forms.required")}
            {...register("name", { required: true })}
          />
          <TextField
            type="email"
            label={t("invite.email")}
            error={formState.errors.email && t("forms.email")}
            {...register("email", { required: true, pattern: /^\S+@\S+\.\S+$/ })}
          />
          <ChoiceField
            label={t("invite.locale")}
            choices={[
              { value: "fr", label: "Français" },
              { value: "en", label: "English" },
            ]}
            {...register("locale")}
          />
        </Drawer.Body>
        <Drawer.Footer>
          <Button type="submit" isLoading={invite.isPending}>
            {t("invite.send")}
          </Button>
        </Drawer.Footer>
      </form>
    </SidePanel>
  )
}
