import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { ChoiceField, TextareaField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { newKey } from "../../../ui/newKey"
import { SidePanel } from "../../../ui/SidePanel"
import type { Sheet } from "../catalogue/queries"
import { TakeDownMutation } from "./queries"

interface Form {
  kind: "ILLEGAL" | "RECALL"
  sellerId: string
  reason: string
  redress: string
}

/** Takes a product, or one seller's offers of it, off the shelf and tells whoever bought it. */
export function TakeDownForm({ sheet, close }: { sheet: Sheet; close: () => void }) {
  const { t } = useTranslation()
  const [key] = useState(newKey)
  const { register, handleSubmit, formState, watch } = useForm<Form>({
    defaultValues: { kind: "RECALL", sellerId: "", reason: "", redress: t("goods.usualRedress") },
  })
  const takeDown = useRoomMutation(TakeDownMutation, { said: t("goods.takenDown"), quiet: true, done: close })
  const sellers = new Map(
    sheet.variants.flatMap(({ offers }) =>
      offers.flatMap(({ trader }) => (trader.sellerId ? [[trader.sellerId, trader.name] as const] : [])),
    ),
  )
  const submit = ({ sellerId, ...form }: Form): void =>
    takeDown.mutate({ input: { ...form, key, productId: sheet.item.id, sellerId: sellerId || null } })
  const long = (text: string): boolean => text.trim().length >= 10
  return (
    <SidePanel title={t("goods.takeDownTitle", { title: sheet.item.title })} close={close}>
      <form
        noValidate
        className="flex flex-1 flex-col overflow-hidden"
        onSubmit={(event) => void handleSubmit(submit)(event)}
      >
        <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
          <FormError error={takeDown.error} />
          <ChoiceField
            label={t("goods.kind")}
            hint={t(`goods.kind_${watch("kind")}`)}
            choices={(["RECALL", "ILLEGAL"] as const).map((value) => ({ value, label: t(`takedownKinds.${value}`) }))}
            {...register("kind")}
          />
          <ChoiceField
            label={t("goods.scope")}
            choices={[
              { value: "", label: t("goods.everybody") },
              ...[...sellers].map(([value, label]) => ({ value, label })),
            ]}
            {...register("sellerId")}
          />
          <TextareaField
            label={t("goods.reason")}
            hint={t("goods.findingHint")}
            rows={3}
            error={formState.errors.reason && t("goods.sentence")}
            {...register("reason", { validate: long })}
          />
          <TextareaField
            label={t("goods.redress")}
            hint={t("goods.redressHint")}
            rows={3}
            error={formState.errors.redress && t("goods.sentence")}
            {...register("redress", { validate: long })}
          />
        </Drawer.Body>
        <Drawer.Footer>
          <Button type="button" variant="secondary" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="danger" isLoading={takeDown.isPending}>
            {t("goods.takeDown")}
          </Button>
        </Drawer.Footer>
      </form>
    </SidePanel>
  )
}
