import { Button, Drawer } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { decimalsOf, parseAmount, plainAmount } from "../../../i18n/money"
import { TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { SidePanel } from "../../../ui/SidePanel"
import type { Sheet } from "./queries"
import { SetPriceMutation } from "./queries"

/** The retailer's own price; a price before is refused where it would be false, like a seller's. */
export function PriceDrawer({ sheet, variantId, close }: { sheet: Sheet; variantId: string; close: () => void }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const variant = sheet.variants.find(({ id }) => id === variantId)
  const own = variant?.offers.find(({ trader }) => trader.isRetailer)
  const decimals = decimalsOf(own?.price.currency ?? "EUR")
  const { register, handleSubmit, formState } = useForm<{ price: string; before: string }>({
    defaultValues: { price: own ? plainAmount(own.price.amount, decimals, language) : "", before: "" },
  })
  const save = useRoomMutation(SetPriceMutation, { said: t("offers.saved"), quiet: true, done: close })
  const { errors } = formState
  const isAmount = (text: string): boolean => (parseAmount(text, decimals) ?? 0) > 0
  return (
    <SidePanel
      title={t("catalogue.priceTitle", { title: `${sheet.item.title} ${variant?.title ?? ""}` })}
      close={close}
    >
      <form
        noValidate
        className="flex min-h-0 flex-1 flex-col"
        onSubmit={(event) =>
          void handleSubmit(({ price, before }) =>
            save.mutate({
              variantId,
              price: parseAmount(price, decimals) ?? 0,
              beforePrice: before.trim() ? parseAmount(before, decimals) : null,
            }),
          )(event)
        }
      >
        <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
          <FormError error={save.error} />
          <TextField
            label={t("common.price")}
            inputMode="decimal"
            error={errors.price && t("forms.amount")}
            {...register("price", { validate: isAmount })}
          />
          <TextField
            label={t("offers.before")}
            optional={t("offers.optional")}
            inputMode="decimal"
            hint={t("offers.beforeHint")}
            error={errors.before && t("forms.amount")}
            {...register("before", { validate: (text) => !text.trim() || isAmount(text) })}
          />
        </Drawer.Body>
        <Drawer.Footer>
          <Button type="button" variant="secondary" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" isLoading={save.isPending}>
            {t("common.save")}
          </Button>
        </Drawer.Footer>
      </form>
    </SidePanel>
  )
}
