"use client"

import { useActionState } from "react"
import { useTranslations } from "next-intl"
import { confirmWithdrawal } from "@/actions/order"
import { Submit } from "../submit"

interface ConfirmWithdrawalProps {
  accessToken: string
  fields: { name: string; value: number }[]
}

export function ConfirmWithdrawal({ accessToken, fields }: ConfirmWithdrawalProps) {
  const t = useTranslations("forms")
  const tErrors = useTranslations("errors")
  const [outcome, act, pending] = useActionState(confirmWithdrawal, null)
  return (
    <form action={act}>
      <input type="hidden" name="accessToken" value={accessToken} />
      {fields.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {outcome ? (
        <p className="note note-danger" role="alert">
          {tErrors(outcome.code)}
        </p>
      ) : null}
      <Submit pending={pending} busy={t("saving")}>
        {t("confirmWithdrawal")}
      </Submit>
    </form>
  )
}
