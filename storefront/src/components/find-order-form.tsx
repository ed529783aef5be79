"use client"

import { useActionState } from "react"
import { useTranslations } from "next-intl"
import { goToOrder } from "@/actions/order"
import { Field } from "./field"
import { Submit } from "./submit"
import { useFirstProblem } from "./use-first-problem"

export function FindOrderForm() {
  const t = useTranslations("forms")
  const tErrors = useTranslations("errors")
  const [outcome, act, pending] = useActionState(goToOrder, null)
  const form = useFirstProblem<HTMLFormElement>(outcome)
  const { number, email } = outcome?.problems ?? {}
  return (
    <form ref={form} action={act} className="form" noValidate key={outcome?.at ?? 0}>
      {outcome?.code ? (
        <p className="note note-danger" role="alert" tabIndex={-1}>
          {["NOT_FOUND", "ORDER_NOT_FOUND"].includes(outcome.code) ? t("find.neutral") : tErrors(outcome.code)}
        </p>
      ) : null}
      <Field
        name="number"
        label={t("find.number")}
        hint={t("find.numberHint")}
        inputMode="numeric"
        required
        defaultValue={outcome?.values.number}
        problem={number ? t(`problems.${number}`) : undefined}
      />
      <Field
        name="email"
        type="email"
        label={t("find.email")}
        autoComplete="email"
        required
        defaultValue={outcome?.values.email}
        problem={email ? t(`problems.${email}`) : undefined}
      />
      <Submit pending={pending} busy={t("searching")}>
        {t("find.submit")}
      </Submit>
    </form>
  )
}
