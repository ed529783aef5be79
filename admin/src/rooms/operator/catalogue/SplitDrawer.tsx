import { Button, Drawer, Text } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { TextareaField, TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { SidePanel } from "../../../ui/SidePanel"
import type { Sheet } from "./queries"
import { SplitMutation } from "./queries"

interface Form {
  titleFr: string
  titleEn: string
  reason: string
}

export function SplitDrawer({ sheet, variantId, close }: { sheet: Sheet; variantId: string; close: () => void }) {
  const { t } = useTranslation()
  const variant = sheet.variants.find(({ id }) => id === variantId)
  const { register, handleSubmit, formState } = useForm<Form>({
    defaultValues: {
      titleFr: `${sheet.item.title} ${variant?.title ?? ""}`.trim(),
      titleEn: `${sheet.titleEn} ${variant?.title ?? ""}`.trim(),
      reason: "",
    },
  })
  const split = useRoomMutation(SplitMutation, { said: t("catalogue.splitDone"), quiet: true, done: close })
  const { errors } = formState
  return (
    <SidePanel title={t("catalogue.splitTitle", { title: variant?.title ?? "" })} close={close}>
      <form
        noValidate
        className="flex min-h-0 flex-1 flex-col"
        onSubmit={(event) => void handleSubmit((form) => split.mutate({ variantId, ...form }))(event)}
      >
        <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
          <FormError error={split.error} />
          <Text size="small" className="text-ui-fg-subtle">
            {t("catalogue.splitText")}
          </Text>
          <TextField
            label={t("catalogue.titleFr")}
            error={errors.titleFr && t("forms.required")}
            {...register("titleFr", { required: true })}
          />
          <TextField label={t("catalogue.titleEn")} {...register("titleEn")} />
          <TextareaField
            label={t("operator.reason")}
            rows={2}
            error={errors.reason && t("forms.required")}
            {...register("reason", { required: true })}
          />
        </Drawer.Body>
        <Drawer.Footer>
          <Button type="button" variant="secondary" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" isLoading={split.isPending}>
            {t("catalogue.split")}
          </Button>
        </Drawer.Footer>
      </form>
    </SidePanel>
  )
}
