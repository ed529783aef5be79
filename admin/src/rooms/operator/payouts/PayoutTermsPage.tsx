import { Badge, Button } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation, useRoomQuery } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { useSchedule } from "../../../payouts/useSchedule"
import { ChoiceField, TextField } from "../../../ui/Fields"
import { Answer } from "../../../ui/Feedback"
import { FormError } from "../../../ui/FormError"
import { List } from "../../../ui/List"
import { Page } from "../../../ui/Page"
import { Panel } from "../../../ui/Panel"
import { useListParams } from "../../../ui/useListParams"
import { CurrencyTerms } from "./CurrencyTerms"
import { AccountsQuery, SaveTermsMutation, type SellerAccount, TermsQuery, type TermsShape } from "./queries"
import { SellerTermsDrawer } from "./SellerTermsDrawer"
import { currenciesOf, figureOf, formOf, scheduleOf, TermsFields, type TermsForm } from "./TermsFields"

const STATES = ["TO_VERIFY", "MISSING", "ONBOARDING", "RESTRICTED", "VERIFIED"] as const

const COLORS = {
  MISSING: "grey",
  ONBOARDING: "orange",
  TO_VERIFY: "orange",
  RESTRICTED: "red",
  VERIFIED: "green",
} as const

/** What holds for every payout, and for single sellers; their accounts are verified here. */
export function PayoutTermsPage() {
  const { t } = useTranslation()
  const query = useRoomQuery(TermsQuery, {})
  return (
    <Page title={t("payouts.settingsTitle")} lead={t("payouts.settingsLead")}>
      <Answer query={query}>{({ payoutTerms }) => <GeneralTerms terms={payoutTerms} />}</Answer>
      <SellerList />
    </Page>
  )
}

type General = TermsForm & { presumeDays: string; chargebackBearer: "TRADERS" | "HOUSE" }

function GeneralTerms({ terms }: { terms: TermsShape }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const form = useForm<General>({
    defaultValues: {
      ...formOf(terms, language),
      presumeDays: String(terms.presumeDays),
      chargebackBearer: terms.chargebackBearer,
    },
  })
  const save = useRoomMutation(SaveTermsMutation, { said: t("payouts.saved"), quiet: true })
  const submit = (values: General): void =>
    save.mutate({
      input: {
        schedule: scheduleOf(values) ?? { kind: "WEEKLY", weekday: 1 },
        minimum: figureOf(values.minimum) ?? 0,
        holdDays: Number(values.holdDays),
        presumeDays: Number(values.presumeDays),
        reserveTarget: figureOf(values.reserveTarget) ?? 0,
        currencies: currenciesOf(values),
        chargebackBearer: values.chargebackBearer,
      },
    })
  return (
    <Panel title={t("payouts.general")}>
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void form.handleSubmit(submit)(event)}>
        <FormError error={save.error} />
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <TermsFields form={form} />
          <TextField
            label={t("payouts.presumeDays")}
            inputMode="numeric"
            error={form.formState.errors.presumeDays && t("forms.between", { min: 1, max: 365 })}
            {...form.register("presumeDays", {
              validate: (text) => /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 365,
            })}
          />
          <ChoiceField
            label={t("payouts.chargebackBearer")}
            choices={[
              { value: "TRADERS", label: t("payouts.chargebackTRADERS") },
              { value: "HOUSE", label: t("payouts.chargebackHOUSE") },
            ]}
            {...form.register("chargebackBearer")}
          />
        </div>
        <CurrencyTerms form={form} />
        <Button type="submit" className="w-fit" isLoading={save.isPending}>
          {t("common.save")}
        </Button>
      </form>
    </Panel>
  )
}

function SellerList() {
  const { t } = useTranslation()
  const format = useFormat()
  const schedule = useSchedule()
  const params = useListParams()
  const [open, setOpen] = useState<SellerAccount>()
  const query = useRoomQuery(AccountsQuery, {
    page: params.page,
    search: params.search || null,
    state: (params.state || null) as SellerAccount["account"]["state"] | null,
  })
  return (
    <>
      <List
        label={t("payouts.sellerTerms")}
        query={query}
        pick={(data) => data.payoutAccounts}
        rowKey={(row) => row.sellerId}
        params={params}
        search={t("payouts.seller")}
        filter={{
          label: t("payouts.account"),
          options: STATES.map((value) => ({ value, label: t(`payouts.${value}`) })),
        }}
        onOpen={setOpen}
        empty={{ title: t("payouts.noSellers") }}
        columns={[
          {
            key: "seller",
            header: t("payouts.seller"),
            cell: (row) => (
              <button type="button" className="text-ui-fg-interactive font-medium" onClick={() => setOpen(row)}>
                {row.sellerName}
              </button>
            ),
          },
          {
            key: "account",
            header: t("payouts.account"),
            cell: (row) => (
              <span className="flex items-center gap-2">
                <Badge size="2xsmall" color={COLORS[row.account.state]}>
                  {t(`payouts.${row.account.state}`)}
                </Badge>
                {row.account.last4 && <span className="tabular">•••• {row.account.last4}</span>}
              </span>
            ),
          },
          {
            key: "own",
            header: t("payouts.own"),
            wide: true,
            cell: (row) =>
              [
                row.schedule && schedule(row.schedule),
                row.holdDays !== null && t("payouts.days", { count: row.holdDays }),
                row.pausedReason && t("payouts.PAUSED"),
              ]
                .filter(Boolean)
                .join(" · ") || "–",
          },
          {
            key: "reserve",
            header: t("payouts.reserveTarget"),
            end: true,
            wide: true,
            cell: (row) =>
              row.reserveTarget === null ? "–" : format.money({ amount: row.reserveTarget, currency: "EUR" }),
          },
        ]}
      />
      {open && <SellerTermsDrawer seller={open} close={() => setOpen(undefined)} />}
    </>
  )
}
