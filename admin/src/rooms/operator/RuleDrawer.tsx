import { Button, Drawer } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../api/hooks"
import { useFormat } from "../../i18n/format"
import { parseAmount, plainAmount } from "../../i18n/money"
import { ChoiceField, TextField } from "../../ui/Fields"
import type { Rule } from "./rules"
import { CategoriesQuery, CreateRuleMutation, SellerNamesQuery, UpdateRuleMutation } from "./rules"
import { categoryChoices } from "./categoryChoices"
import { FormError } from "../../ui/FormError"
import { SidePanel } from "../../ui/SidePanel"
import { type SpokenRule, useRuleSentence } from "./useRuleSentence"

interface RuleForm {
  name: string
  categoryHandle: string
  sellerId: string
  brand: string
  minPrice: string
  rate: string
  fixed: string
  active: "yes" | "no"
  productId: string
  condition: string
  channel: string
  currency: string
  effectiveFrom: string
  effectiveUntil: string
  minimum: string
  maximum: string
  baseVat: "WITH" | "WITHOUT"
  baseShipping: "yes" | "no"
  vatMode: "INCLUDED" | "ADDED"
}

const CONDITIONS = ["NEW", "REFURBISHED", "USED_LIKE_NEW", "USED_GOOD"] as const
const CHANNELS = ["WEB", "PICKUP", "SHOP"] as const

/** An instant as the date field writes it, in the reader's time zone, and back. */
const local = (iso: string | null | undefined): string => {
  if (!iso) return ""
  const date = new Date(iso)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
const instant = (text: string): string | null => (text ? new Date(text).toISOString() : null)

const inputOf = (form: RuleForm) => ({
  name: form.name.trim(),
  categoryHandle: form.categoryHandle || null,
  sellerId: form.sellerId || null,
  brand: form.brand.trim() || null,
  minPrice: parseAmount(form.minPrice) ?? null,
  rateBps: parseAmount(form.rate) ?? 0,
  fixed: parseAmount(form.fixed) ?? 0,
  active: form.active === "yes",
  productId: form.productId.trim() || null,
  condition: CONDITIONS.find((each) => each === form.condition) ?? null,
  channel: CHANNELS.find((each) => each === form.channel) ?? null,
  currency: form.currency,
  effectiveFrom: instant(form.effectiveFrom),
  effectiveUntil: instant(form.effectiveUntil),
  minimum: parseAmount(form.minimum) ?? null,
  maximum: parseAmount(form.maximum) ?? null,
  baseVat: form.baseVat,
  baseShipping: form.baseShipping === "yes",
  vatMode: form.vatMode,
})

const optionalAmount = (text: string): boolean => text.trim() === "" || (parseAmount(text) ?? -1) >= 0
const ALL_OF_IT = 10_000

type RuleInput = ReturnType<typeof inputOf>

/** The rule as it would read in the list, while it is still being written. */
function spoken(input: RuleInput, sellers: readonly { id: string; name: string }[]): SpokenRule {
  const money = (amount: number | null) => (amount === null ? null : { amount, currency: input.currency })
  return {
    ...input,
    sellerName: sellers.find((seller) => seller.id === input.sellerId)?.name ?? null,
    productTitle: null,
    minPrice: money(input.minPrice),
    fixed: { amount: input.fixed, currency: input.currency },
    minimum: money(input.minimum),
    maximum: money(input.maximum),
  }
}

function RuleInWords({ text }: { text: string }) {
  const { t } = useTranslation()
  return (
    <p className="bg-ui-bg-subtle rounded-md px-3 py-2 text-sm" aria-live="polite">
      <span className="text-ui-fg-subtle block text-xs">{t("fees.inWords")}</span>
      {text}
    </p>
  )
}

export function RuleDrawer({ rule, close }: { rule?: Rule; close: () => void }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const plain = (units: number | undefined): string => (units ? plainAmount(units, 2, language) : "")
  const categories = useRoomQuery(CategoriesQuery, { locale: language })
  const sellers = useRoomQuery(SellerNamesQuery, {})
  const { register, handleSubmit, formState, watch } = useForm<RuleForm>({
    values: {
      name: rule?.name ?? "",
      categoryHandle: rule?.categoryHandle ?? "",
      sellerId: rule?.sellerId ?? "",
      brand: rule?.brand ?? "",
      minPrice: plain(rule?.minPrice?.amount),
      rate: plain(rule?.rateBps),
      fixed: plain(rule?.fixed.amount),
      active: rule?.active === false ? "no" : "yes",
      productId: rule?.productId ?? "",
      condition: rule?.condition ?? "",
      channel: rule?.channel ?? "",
      currency: rule?.fixed.currency ?? "EUR",
      effectiveFrom: local(rule?.effectiveFrom),
      effectiveUntil: local(rule?.effectiveUntil),
      minimum: plain(rule?.minimum?.amount),
      maximum: plain(rule?.maximum?.amount),
      baseVat: rule?.baseVat ?? "WITH",
      baseShipping: rule?.baseShipping ? "yes" : "no",
      vatMode: rule?.vatMode ?? "INCLUDED",
    },
    resetOptions: { keepDirtyValues: true },
  })
  const sentence = useRuleSentence()
  const options = { said: t("operator.ruleSaved"), done: close, quiet: true }
  const create = useRoomMutation(CreateRuleMutation, options)
  const update = useRoomMutation(UpdateRuleMutation, options)
  const error = create.error ?? update.error
  const submit = (form: RuleForm): void => {
    const input = inputOf(form)
    if (rule) update.mutate({ id: rule.id, input })
    else create.mutate({ input })
  }
  const yesNo = [
    { value: "yes", label: t("common.yes") },
    { value: "no", label: t("common.no") },
  ]
  const any = { value: "", label: t("operator.any") }
  const errors = formState.errors
  return (
    <SidePanel title={t(rule ? "operator.editRule" : "operator.newRule")} close={close}>
      <form noValidate className="flex min-h-0 flex-1 flex-col" onSubmit={(event) => void handleSubmit(submit)(event)}>
        <Drawer.Body className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
          <FormError error={error} />
          <TextField
            label={t("operator.ruleName")}
            error={errors.name && t("forms.required")}
            {...register("name", { required: true })}
          />
          <RuleInWords text={sentence(spoken(inputOf(watch()), sellers.data?.sellers.items ?? []))} />
          <ChoiceField
            key={`c${categories.data ? 1 : 0}`}
            label={t("operator.category")}
            hint={t("operator.categoryHint")}
            choices={[any, ...categoryChoices(categories.data?.categories ?? [])]}
            {...register("categoryHandle")}
          />
          <ChoiceField
            key={`s${sellers.data ? 1 : 0}`}
            label={t("operator.seller")}
            choices={[any, ...(sellers.data?.sellers.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
            {...register("sellerId")}
          />
          <TextField label={t("operator.brand")} optional={t("common.optional")} {...register("brand")} />
          <TextField
            label={t("operator.minPrice")}
            optional={t("common.optional")}
            inputMode="decimal"
            error={errors.minPrice && t("forms.amount")}
            {...register("minPrice", { validate: optionalAmount })}
          />
          <div className="grid grid-cols-2 gap-4">
            <TextField
              label={t("operator.rate")}
              inputMode="decimal"
              error={errors.rate && t("operator.rateError")}
              {...register("rate", {
                validate: (text) => (parseAmount(text) ?? -1) >= 0 && (parseAmount(text) ?? 0) <= ALL_OF_IT,
              })}
            />
            <TextField
              label={t("operator.fixed")}
              optional={t("common.optional")}
              inputMode="decimal"
              error={errors.fixed && t("forms.amount")}
              {...register("fixed", { validate: optionalAmount })}
            />
          </div>
          <div className="grid grid-cols-2 gap-4">
            <TextField
              label={t("fees.minimum")}
              optional={t("common.optional")}
              inputMode="decimal"
              error={errors.minimum && t("forms.amount")}
              {...register("minimum", { validate: optionalAmount })}
            />
            <TextField
              label={t("fees.maximum")}
              optional={t("common.optional")}
              inputMode="decimal"
              error={errors.maximum && t("forms.amount")}
              {...register("maximum", { validate: optionalAmount })}
            />
            <ChoiceField
              label={t("fees.baseVat")}
              choices={(["WITH", "WITHOUT"] as const).map((value) => ({ value, label: t(`fees.baseVat_${value}`) }))}
              {...register("baseVat")}
            />
            <ChoiceField label={t("fees.baseShipping")} choices={yesNo} {...register("baseShipping")} />
            <ChoiceField
              label={t("fees.vatMode")}
              choices={(["INCLUDED", "ADDED"] as const).map((value) => ({ value, label: t(`fees.vatMode_${value}`) }))}
              {...register("vatMode")}
            />
            <ChoiceField
              label={t("fees.currency")}
              choices={["EUR", "USD"].map((value) => ({ value, label: value }))}
              {...register("currency")}
            />
          </div>
          <fieldset className="flex flex-col gap-4 border-t pt-4">
            <legend className="sr-only">{t("fees.moreConditions")}</legend>
            <div className="grid grid-cols-2 gap-4">
              <ChoiceField
                label={t("fees.condition")}
                choices={[any, ...CONDITIONS.map((value) => ({ value, label: t(`fees.condition_${value}`) }))]}
                {...register("condition")}
              />
              <ChoiceField
                label={t("fees.channel")}
                choices={[any, ...CHANNELS.map((value) => ({ value, label: t(`fees.channel_${value}`) }))]}
                {...register("channel")}
              />
            </div>
            <TextField label={t("fees.product")} optional={t("common.optional")} {...register("productId")} />
            <TextField
              label={t("fees.effectiveFrom")}
              type="datetime-local"
              optional={t("common.optional")}
              {...register("effectiveFrom")}
            />
            <TextField
              label={t("fees.effectiveUntil")}
              type="datetime-local"
              optional={t("common.optional")}
              {...register("effectiveUntil")}
            />
          </fieldset>
          <ChoiceField label={t("operator.ruleActive")} choices={yesNo} {...register("active")} />
        </Drawer.Body>
        <Drawer.Footer>
          <Button type="button" variant="secondary" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" isLoading={create.isPending || update.isPending}>
            {t("common.save")}
          </Button>
        </Drawer.Footer>
      </form>
    </SidePanel>
  )
}
