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

interface RuleForm {
  name: string
  categoryHandle: string
  sellerId: string
  brand: string
  minPrice: string
  rate: string
  fixed: string
  active: "yes" | "no"
}

const optionalAmount = (text: string): boolean => text.trim() === "" || (parseAmount(text) ?? -1) >= 0
const ALL_OF_IT = 10_000

export function RuleDrawer({ rule, close }: { rule?: Rule; close: () => void }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const plain = (units: number | undefined): string => (units ? plainAmount(units, 2, language) : "")
  const categories = useRoomQuery(CategoriesQuery, { locale: language })
  const sellers = useRoomQuery(SellerNamesQuery, {})
  const { register, handleSubmit, formState } = useForm<RuleForm>({
    values: {
      name: rule?.name ?? "",
      categoryHandle: rule?.categoryHandle ?? "",
      sellerId: rule?.sellerId ?? "",
      brand: rule?.brand ?? "",
      minPrice: plain(rule?.minPrice?.amount),
      rate: plain(rule?.rateBps),
      fixed: plain(rule?.fixed.amount),
      active: rule?.active === false ? "no" : "yes",
    },
    resetOptions: { keepDirtyValues: true },
  })
  const options = { said: t("operator.ruleSaved"), done: close, quiet: true }
  const create = useRoomMutation(CreateRuleMutation, options)
  const update = useRoomMutation(UpdateRuleMutation, options)
  const error = create.error ?? update.error
  const submit = (form: RuleForm): void => {
    const input = {
      name: form.name.trim(),
      categoryHandle: form.categoryHandle || null,
      sellerId: form.sellerId || null,
      brand: form.brand.trim() || null,
      minPrice: parseAmount(form.minPrice) ?? null,
      rateBps: parseAmount(form.rate) ?? 0,
      fixed: parseAmount(form.fixed) ?? 0,
      active: form.active === "yes",
    }
    if (rule) update.mutate({ id: rule.id, input })
    else create.mutate({ input })
  }
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
          <ChoiceField
            label={t("operator.ruleActive")}
            choices={[
              { value: "yes", label: t("common.yes") },
              { value: "no", label: t("common.no") },
            ]}
            {...register("active")}
          />
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
