"use client"

import { useActionState } from "react"
import { useTranslations } from "next-intl"
import { eraseAction } from "@/actions/my-data"
import { Field } from "./field"
import { Submit } from "./submit"
import { useFirstProblem } from "./use-first-problem"

/** Closed until it is wanted; the password is asked again. */
export function EraseForm() {
  const t = useTranslations("myData")
  const tForms = useTranslations("forms")
  const tErrors = useTranslations("errors")
  const [outcome, act, pending] = useActionState(eraseAction, null)
  const form = useFirstProblem<HTMLFormElement>(outcome)
  return (
    <details open={outcome !== null}>
      <summary>{t("erase")}</summary>
      <form ref={form} action={act} className="form" noValidate key={outcome?.at ?? 0}>
        <p>{t("eraseText")}</p>
        {outcome?.code ? (
          <p className="note note-danger" role="alert" tabIndex={-1}>
            {tErrors(outcome.code)}
          </p>
        ) : null}
        {outcome?.waiting ? (
          <p className="note" role="status" tabIndex={-1}>
            {t("waiting", { what: t(outcome.waiting.what), due: outcome.waiting.due })}
          </p>
        ) : null}
        <Field
          name="password"
          type="password"
          label={t("password")}
          autoComplete="current-password"
          required
          problem={outcome?.missing ? tForms("problems.required") : undefined}
        />
        <Submit pending={pending} busy={tForms("saving")}>
          {t("sure")}
        </Submit>
      </form>
    </details>
  )
}
