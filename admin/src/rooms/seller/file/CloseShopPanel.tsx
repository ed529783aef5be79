import { Button, Text } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { graphql } from "../../../api/graphql"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { TextField, TextareaField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Panel } from "../../../ui/Panel"

const NameQuery = graphql(`
  query SellerName {
    sellerFile {
      id
      name
      state
      mayEdit
    }
  }
`)
const CloseMutation = graphql(`
  mutation CloseMyShop($confirmName: String!, $reason: String!) {
    closeMyShop(confirmName: $confirmName, reason: $reason) {
      state
    }
  }
`)

/** For good: the shop's name is typed before anything happens. */
export function CloseShopPanel() {
  const { t } = useTranslation()
  const { data } = useRoomQuery(NameQuery, {})
  const { register, handleSubmit, watch } = useForm({ defaultValues: { confirmName: "", reason: "" } })
  const close = useRoomMutation(CloseMutation, { said: t("myShop.closed"), quiet: true })
  if (!data?.sellerFile.mayEdit) return null
  const { name } = data.sellerFile
  return (
    <Panel title={t("myShop.close")}>
      <details>
        <summary className="text-ui-fg-interactive cursor-pointer text-sm">{t("myShop.close")}</summary>
        <form
          noValidate
          className="mt-3 flex flex-col gap-4"
          onSubmit={(event) => void handleSubmit((values) => close.mutate(values))(event)}
        >
          <Text size="small">{t("myShop.closeText")}</Text>
          <FormError error={close.error} />
          <TextareaField label={t("myShop.closeReason")} rows={2} {...register("reason")} />
          <TextField label={t("myShop.closeConfirm", { name })} {...register("confirmName")} />
          <Button
            type="submit"
            variant="danger"
            className="self-start"
            disabled={watch("confirmName").trim() !== name}
            isLoading={close.isPending}
          >
            {t("myShop.closeButton")}
          </Button>
        </form>
      </details>
    </Panel>
  )
}
