import { Button, Drawer } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../api/hooks"
import { decimalsOf, parseAmount, plainAmount } from "../../i18n/money"
import { useFormat } from "../../i18n/format"
import { ChoiceField, TextField } from "../../ui/Fields"
import { useConfirm } from "../../ui/useConfirm"
import type { Condition, SellerOffer } from "./offers"
import { SaveOfferMutation, SetOfferStateMutation } from "./offers"
import { PriceHistory } from "./offers/PriceHistory"
import { FormError } from "../../ui/FormError"
import { SidePanel } from "../../ui/SidePanel"

interface OfferForm {
  gtin: string
  sku: string
  condition: Condition
  price: string
  stock: string
  leadTimeDays: string
  before: string
}

const CONDITIONS = ["NEW", "REFURBISHED", "USED_LIKE_NEW", "USED_GOOD"] as const
const whole = (text: string): boolean => /^\d{1,7}$/.test(text.trim())

export function OfferDrawer({ offer, close }: { offer?: SellerOffer; close: () => void }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const confirm = useConfirm()
  const currency = offer?.offer.price.currency ?? "EUR"
  const decimals = decimalsOf(currency)
  const { register, handleSubmit, formState } = useForm<OfferForm>({
    defaultValues: {
      gtin: offer?.gtin ?? "",
      sku: offer?.sku ?? "",
      condition: offer?.offer.condition ?? "NEW",
      price: offer ? plainAmount(offer.offer.price.amount, decimals, language) : "",
      stock: String(offer?.offer.inStock ?? ""),
      leadTimeDays: String(offer?.offer.leadTimeDays ?? 2),
      before: "",
    },
  })
  const save = useRoomMutation(SaveOfferMutation, { said: t("seller.offerSaved"), done: close, quiet: true })
  const closeOffer = useRoomMutation(SetOfferStateMutation, { said: t("seller.offerClosed"), done: close })
  const submit = (form: OfferForm): void =>
    save.mutate({
      input: {
        gtin: form.gtin.trim(),
        sku: form.sku.trim(),
        condition: form.condition,
        price: parseAmount(form.price, decimals) ?? 0,
        currency,
        stock: Number(form.stock),
        leadTimeDays: Number(form.leadTimeDays),
        beforePrice: form.before.trim() ? parseAmount(form.before, decimals) : null,
      },
    })
  const askClose = async (): Promise<void> => {
    if (!offer) return
    const sure = await confirm({
      title: t("seller.closeTitle"),
      description: t("seller.closeText"),
      confirm: t("seller.close"),
    })
    if (sure) closeOffer.mutate({ id: offer.offer.id, state: "CLOSED" })
  }
  const errors = formState.errors
  return (
    <SidePanel title={offer ? offer.productTitle : t("seller.addOffer")} close={close}>
      <form noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={(event) => void handleSubmit(submit)(event)}>
        <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
          <FormError error={save.error} />
          <TextField
            label="GTIN"
            inputMode="numeric"
            readOnly={Boolean(offer)}
            hint={t("seller.gtinHint")}
            error={errors.gtin && t("seller.gtinError")}
            {...register("gtin", { required: true, pattern: /^\s*(\d{8}|\d{12,14})\s*$/ })}
          />
          <TextField
            label="SKU"
            hint={t("seller.skuHint")}
            readOnly={Boolean(offer)}
            error={errors.sku && t("forms.required")}
            {...register("sku", { required: true })}
          />
          <ChoiceField
            label={t("common.condition")}
            choices={CONDITIONS.map((value) => ({ value, label: t(`conditions.${value}`) }))}
            {...register("condition")}
          />
          <TextField
            label={t("seller.price", { currency })}
            inputMode="decimal"
            hint={t("seller.priceHint")}
            error={errors.price && t("forms.amount")}
            {...register("price", { validate: (text) => (parseAmount(text, decimals) ?? 0) > 0 })}
          />
          <div className="grid grid-cols-2 gap-4">
            <TextField
              label={t("common.stock")}
              inputMode="numeric"
              error={errors.stock && t("forms.whole")}
              {...register("stock", { validate: whole })}
            />
            <TextField
              label={t("seller.leadTime")}
              inputMode="numeric"
              error={errors.leadTimeDays && t("forms.whole")}
              {...register("leadTimeDays", { validate: whole })}
            />
          </div>
          {offer && (
            <TextField
              label={t("offers.before")}
              optional={t("offers.optional")}
              inputMode="decimal"
              hint={t("offers.beforeHint")}
              error={errors.before && t("forms.amount")}
              {...register("before", {
                validate: (text) => !text.trim() || (parseAmount(text, decimals) ?? 0) > 0,
              })}
            />
          )}
          {offer && <PriceHistory id={offer.offer.id} />}
          {offer && offer.offer.state !== "CLOSED" && (
            <Button
              type="button"
              variant="transparent"
              className="text-ui-fg-error self-start"
              onClick={() => void askClose()}
            >
              {t("seller.close")}
            </Button>
          )}
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
