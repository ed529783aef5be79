import { Alert, Badge, Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { ResultOf } from "../../../api/graphql"
import { useRoomMutation } from "../../../api/hooks"
import { TextField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { Panel } from "../../../ui/Panel"
import { OnboardingMutation, type OverviewQuery, RefreshMutation, RegisterMutation } from "./queries"

type Account = ResultOf<typeof OverviewQuery>["sellerPayoutOverview"]["account"]

const COLORS = {
  MISSING: "grey",
  ONBOARDING: "orange",
  TO_VERIFY: "orange",
  RESTRICTED: "red",
  VERIFIED: "green",
} as const

/** Where the money goes: the account by its last four characters, and what is still missing. */
export function AccountPanel({ account }: { account: Account }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const known = account.state !== "MISSING" && account.last4 !== null
  return (
    <Panel title={t("payouts.account")}>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-2 text-sm">
          {known && (
            <span className="tabular">
              {account.country} •••• {account.last4}
            </span>
          )}
          <Badge size="2xsmall" color={COLORS[account.state]}>
            {t(`payouts.${account.state}`)}
          </Badge>
        </div>
        {account.reason && <Alert variant="warning">{account.reason}</Alert>}
        {account.requirements.length > 0 && (
          <Text size="small">
            {t("payouts.requirements")} · {account.requirements.join(", ")}
          </Text>
        )}
        {account.onboarding && <Onboarding />}
        {!account.onboarding && (editing || !known) && <IbanForm done={() => setEditing(false)} />}
        {!account.onboarding && known && !editing && (
          <Button size="small" variant="secondary" className="w-fit" onClick={() => setEditing(true)}>
            {t("payouts.replace")}
          </Button>
        )}
      </div>
    </Panel>
  )
}

function Onboarding() {
  const { t } = useTranslation()
  const open = useRoomMutation(OnboardingMutation, {
    done: ({ payoutOnboardingLink }) => window.location.assign(payoutOnboardingLink),
  })
  const refresh = useRoomMutation(RefreshMutation)
  return (
    <>
      <Text size="small" className="text-ui-fg-subtle">
        {t("payouts.onboardingHint")}
      </Text>
      <div className="flex flex-wrap gap-2">
        <Button size="small" isLoading={open.isPending} onClick={() => open.mutate({})}>
          {t("payouts.onboarding")}
        </Button>
        <Button size="small" variant="secondary" isLoading={refresh.isPending} onClick={() => refresh.mutate({})}>
          {t("payouts.refresh")}
        </Button>
      </div>
    </>
  )
}

function IbanForm({ done }: { done: () => void }) {
  const { t } = useTranslation()
  const { register, handleSubmit, formState } = useForm<{ iban: string }>({ defaultValues: { iban: "" } })
  const save = useRoomMutation(RegisterMutation, { said: t("payouts.registered"), done, quiet: true })
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => void handleSubmit((values) => save.mutate(values))(event)}
    >
      <FormError error={save.error} />
      <TextField
        label={t("payouts.iban")}
        hint={t("payouts.ibanHint")}
        error={formState.errors.iban && t("forms.required")}
        {...register("iban", { required: true })}
      />
      <Button type="submit" size="small" className="w-fit" isLoading={save.isPending}>
        {t("payouts.register")}
      </Button>
    </form>
  )
}
