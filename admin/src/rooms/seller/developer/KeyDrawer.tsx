import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { ChoiceField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { SidePanel } from "../../../ui/SidePanel"
import { CreateKeyMutation, SCOPES } from "./developer"
import { ShownOnce } from "./ShownOnce"
import { Ticks } from "./Ticks"
import { useDeveloperWords } from "./useWords"

export function KeyDrawer({ close }: { close: () => void }) {
  const { t } = useTranslation()
  const words = useDeveloperWords()
  const [scopes, setScopes] = useState<string[]>([])
  const [tried, setTried] = useState(false)
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name: "", days: "" } })
  const create = useRoomMutation(CreateKeyMutation, { quiet: true })
  const submit = ({ name, days }: { name: string; days: string }) => {
    setTried(true)
    if (scopes.length > 0) create.mutate({ name: name.trim(), scopes, expiresInDays: days ? Number(days) : null })
  }
  return (
    <SidePanel title={t("developer.newKey")} close={close}>
      {create.data ? (
        <ShownOnce label={t("developer.keyMade")} secret={create.data.createApiKey.key} close={close} />
      ) : (
        <form
          noValidate
          className="flex min-h-0 flex-1 flex-col"
          onSubmit={(event) => void handleSubmit(submit)(event)}
        >
          <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
            <FormError error={create.error} />
            <TextField
              label={t("developer.name")}
              hint={t("developer.nameHint")}
              maxLength={60}
              error={formState.errors.name && t("forms.required")}
              {...register("name", { required: true })}
            />
            <Ticks
              label={t("developer.scopes")}
              choices={SCOPES.map((value) => ({ value, label: words.scope(value) }))}
              ticked={scopes}
              change={setScopes}
              error={tried && scopes.length === 0 ? t("developer.scopesError") : undefined}
            />
            <ChoiceField
              label={t("developer.ends")}
              choices={[
                { value: "", label: t("developer.endsNever") },
                { value: "30", label: t("developer.ends30") },
                { value: "90", label: t("developer.ends90") },
                { value: "365", label: t("developer.ends365") },
              ]}
              {...register("days")}
            />
          </Drawer.Body>
          <Drawer.Footer>
            <Button type="button" variant="secondary" onClick={close}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" isLoading={create.isPending} onClick={() => setTried(true)}>
              {t("developer.newKey")}
            </Button>
          </Drawer.Footer>
        </form>
      )}
    </SidePanel>
  )
}
