import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { VariablesOf } from "../api/graphql"
import { useRoomQuery } from "../api/hooks"
import { useFormat } from "../i18n/format"
import { parseAmount } from "../i18n/money"
import { categoryChoices } from "../rooms/operator/categoryChoices"
import { CategoriesQuery } from "../rooms/operator/rules"
import { Answer, EmptyNote } from "../ui/Feedback"
import { ChoiceField, TextField } from "../ui/Fields"
import { FormError } from "../ui/FormError"
import { Page } from "../ui/Page"
import { Panel } from "../ui/Panel"
import { SimulateQuery } from "./simulation"
import { SimulationResult } from "./SimulationResult"

interface SaleForm {
  sellerId: string
  gtin: string
  categoryHandle: string
  brand: string
  condition: "NEW" | "REFURBISHED" | "USED_LIKE_NEW" | "USED_GOOD"
  channel: "WEB" | "SHOP" | "PICKUP"
  unitPrice: string
  quantity: string
  delivery: string
  vatBps: string
  at: string
}

type Input = VariablesOf<typeof SimulateQuery>["input"]

const CONDITIONS = ["NEW", "REFURBISHED", "USED_LIKE_NEW", "USED_GOOD"] as const
const CHANNELS = ["WEB", "PICKUP", "SHOP"] as const
const RATES = ["2000", "1000", "550", "210"] as const

interface SimulatorPageProps {
  /** The operator chooses whose sale it is; a seller simulates its own. */
  sellers?: readonly { id: string; name: string }[]
}

/** «What would this sale cost?», for operator and seller alike. */
export function SimulatorPage({ sellers }: SimulatorPageProps) {
  const { t } = useTranslation()
  const { language, bps } = useFormat()
  const [input, setInput] = useState<Input>()
  const categories = useRoomQuery(CategoriesQuery, { locale: language })
  const query = useRoomQuery(SimulateQuery, { input: input as Input }, { enabled: input !== undefined })
  const { register, handleSubmit, formState } = useForm<SaleForm>({
    defaultValues: { condition: "NEW", channel: "WEB", quantity: "1", delivery: "", vatBps: "2000" },
  })
  const submit = (form: SaleForm): void =>
    setInput({
      ...(sellers ? { sellerId: form.sellerId } : {}),
      gtin: form.gtin.trim() || null,
      categoryHandle: form.categoryHandle || null,
      brand: form.brand.trim() || null,
      condition: form.condition,
      channel: form.channel,
      unitPrice: parseAmount(form.unitPrice) ?? 0,
      quantity: Number(form.quantity),
      delivery: parseAmount(form.delivery) ?? 0,
      vatBps: Number(form.vatBps),
      at: form.at ? new Date(form.at).toISOString() : null,
    })
  const { errors } = formState
  const amount = (text: string): boolean => (parseAmount(text) ?? -1) >= 0
  return (
    <Page title={t("nav.simulator")} lead={t("fees.simulatorLead")}>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
        <Panel>
          <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void handleSubmit(submit)(event)}>
            {sellers && (
              <ChoiceField
                key={sellers.length}
                label={t("operator.seller")}
                error={errors.sellerId && t("forms.required")}
                choices={[{ value: "", label: "–" }, ...sellers.map(({ id, name }) => ({ value: id, label: name }))]}
                {...register("sellerId", { required: true })}
              />
            )}
            <div className="grid grid-cols-2 gap-4">
              <TextField
                label={t("fees.unitPrice")}
                inputMode="decimal"
                error={errors.unitPrice && t("forms.amount")}
                {...register("unitPrice", { validate: amount })}
              />
              <TextField
                label={t("fees.quantity")}
                inputMode="numeric"
                error={errors.quantity && t("forms.required")}
                {...register("quantity", { validate: (text) => /^[1-9]\d{0,2}$/.test(text.trim()) })}
              />
              <TextField
                label={t("fees.delivery")}
                inputMode="decimal"
                error={errors.delivery && t("forms.amount")}
                {...register("delivery", { validate: (text) => text.trim() === "" || amount(text) })}
              />
              <ChoiceField
                label={t("fees.vatClass")}
                choices={RATES.map((value) => ({ value, label: bps(Number(value)) }))}
                {...register("vatBps")}
              />
            </div>
            <TextField
              label={t("fees.gtin")}
              hint={t("fees.gtinHint")}
              optional={t("common.optional")}
              inputMode="numeric"
              {...register("gtin")}
            />
            <ChoiceField
              key={`c${categories.data ? 1 : 0}`}
              label={t("operator.category")}
              choices={[{ value: "", label: t("operator.any") }, ...categoryChoices(categories.data?.categories ?? [])]}
              {...register("categoryHandle")}
            />
            <TextField label={t("operator.brand")} optional={t("common.optional")} {...register("brand")} />
            <div className="grid grid-cols-2 gap-4">
              <ChoiceField
                label={t("fees.condition")}
                choices={CONDITIONS.map((value) => ({ value, label: t(`fees.condition_${value}`) }))}
                {...register("condition")}
              />
              <ChoiceField
                label={t("fees.channel")}
                choices={CHANNELS.map((value) => ({ value, label: t(`fees.channel_${value}`) }))}
                {...register("channel")}
              />
            </div>
            <TextField
              label={t("fees.saleAt")}
              type="datetime-local"
              optional={t("common.optional")}
              {...register("at")}
            />
            <Button type="submit" isLoading={query.isFetching}>
              {t("fees.findSale")}
            </Button>
          </form>
        </Panel>
        <div aria-live="polite">
          {input === undefined ? (
            <Panel>
              <EmptyNote title={t("fees.simulateFirst")} />
            </Panel>
          ) : query.error && !query.isFetching ? (
            <FormError error={query.error} />
          ) : (
            <Answer query={query}>
              {({ simulateSale }) => <SimulationResult sale={simulateSale} own={!sellers} />}
            </Answer>
          )}
        </div>
      </div>
    </Page>
  )
}
