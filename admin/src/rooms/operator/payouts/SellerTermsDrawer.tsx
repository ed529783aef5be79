import { Alert, Button, Drawer, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useRoomMutation } from "../../../api/hooks"
import { useFormat } from "../../../i18n/format"
import { TextareaField } from "../../../ui/Fields"
import { FormError } from "../../../ui/FormError"
import { SidePanel } from "../../../ui/SidePanel"
import { ReasonDialog } from "../ReasonDialog"
import { CurrencyTerms } from "./CurrencyTerms"
import { SaveSellerTermsMutation, type SellerAccount, VerifyMutation } from "./queries"
import { currenciesOf, figureOf, formOf, scheduleOf, TermsFields, type TermsForm } from "./TermsFields"

type OwnForm = TermsForm & { pausedReason: string }

/** One seller's account, to be verified, and its own terms. */
export function SellerTermsDrawer({ seller, close }: { seller: SellerAccount; close: () => void }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const form = useForm<OwnForm>({
    defaultValues: { ...formOf(seller, language), pausedReason: seller.pausedReason ?? "" },
  })
  const save = useRoomMutation(SaveSellerTermsMutation, { said: t("payouts.saved"), quiet: true, done: close })
  const submit = (values: OwnForm): void =>
    save.mutate({
      sellerId: seller.sellerId,
      input: {
        schedule: scheduleOf(values),
        minimum: figureOf(values.minimum),
        holdDays: values.holdDays.trim() === "" ? null : Number(values.holdDays),
        reserveTarget: figureOf(values.reserveTarget),
        currencies: currenciesOf(values),
        pausedReason: values.pausedReason.trim() || null,
      },
    })
  return (
    <SidePanel title={seller.sellerName} close={close}>
      <form
        noValidate
        className="flex min-h-0 flex-1 flex-col"
        onSubmit={(event) => void form.handleSubmit(submit)(event)}
      >
        <div className="flex flex-1 flex-col gap-4 overflow-y-auto p-4">
          <Verification seller={seller} close={close} />
          <Heading level="h2" className="text-base font-semibold">
            {t("payouts.own")}
          </Heading>
          <FormError error={save.error} />
          <TermsFields form={form} optional />
          <CurrencyTerms form={form} />
          <TextareaField
            label={t("payouts.pausedReason")}
            hint={t("payouts.pausedHint")}
            rows={3}
            error={form.formState.errors.pausedReason && t("operator.reasonError", { count: 10 })}
            {...form.register("pausedReason", {
              validate: (text) => text.trim() === "" || text.trim().length >= 10,
            })}
          />
        </div>
        <Drawer.Footer>
          <Button type="submit" isLoading={save.isPending}>
            {t("common.save")}
          </Button>
        </Drawer.Footer>
      </form>
    </SidePanel>
  )
}

function Verification({ seller, close }: { seller: SellerAccount; close: () => void }) {
  const { t } = useTranslation()
  const [refusing, setRefusing] = useState(false)
  const verify = useRoomMutation(VerifyMutation, { said: t("payouts.verified"), done: close })
  const refuse = useRoomMutation(VerifyMutation, { said: t("payouts.refused"), done: close })
  const { account } = seller
  return (
    <section className="flex flex-col gap-3">
      <Heading level="h2" className="text-base font-semibold">
        {t("payouts.account")}
      </Heading>
      <Text size="small" className="tabular">
        {account.last4 ? `${account.country} •••• ${account.last4} · ` : ""}
        {t(`payouts.${account.state}`)}
      </Text>
      {account.reason && <Alert variant="warning">{account.reason}</Alert>}
      {account.requirements.length > 0 && (
        <Text size="small">
          {t("payouts.requirements")} · {account.requirements.join(", ")}
        </Text>
      )}
      {!account.onboarding && account.last4 && (
        <div className="flex flex-wrap gap-2">
          {account.state !== "VERIFIED" && (
            <Button
              type="button"
              size="small"
              isLoading={verify.isPending}
              onClick={() => verify.mutate({ sellerId: seller.sellerId, accepted: true })}
            >
              {t("payouts.verify")}
            </Button>
          )}
          {account.state !== "RESTRICTED" && (
            <Button type="button" size="small" variant="secondary" onClick={() => setRefusing(true)}>
              {t("payouts.refuseAccount")}
            </Button>
          )}
        </div>
      )}
      {refusing && (
        <ReasonDialog
          title={t("payouts.refuseTitle")}
          text={t("payouts.refuseText")}
          confirm={t("payouts.refuseAccount")}
          pending={refuse.isPending}
          close={() => setRefusing(false)}
          submit={(reason) => refuse.mutate({ sellerId: seller.sellerId, accepted: false, reason })}
        />
      )}
    </section>
  )
}
