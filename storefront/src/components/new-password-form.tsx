"use client"

import { useActionState } from "react"
import { useTranslations } from "next-intl"
import { askResetAction, resetAction } from "@/actions/new-password"
import { Link } from "@/i18n/navigation"
import { paths } from "@/lib/paths"
import { Field } from "./field"
import { Submit } from "./submit"
import { useFirstProblem } from "./use-first-problem"

/** Both answers are neutral: nobody learns here whether an address has an account. */
export function NewPasswordForm({ token }: { token?: string }) {
  const t = useTranslations("newPassword")
  const tForms = useTranslations("forms")
  const tErrors = useTranslations("errors")
  const [outcome, act, pending] = useActionState(token ? resetAction : askResetAction, null)
  const form = useFirstProblem<HTMLFormElement>(outcome)
  if (outcome?.done)
    return (
      <p className="note" role="status">
        {t(token ? "done" : "asked")}
      </p>
    )
  const weak = outcome?.code === "PASSWORD_TOO_WEAK" ? tForms("problems.weakPassword") : undefined
  const problem = outcome?.problem ? tForms(`problems.${outcome.problem}`) : weak
  return (
    <form ref={form} action={act} className="form" noValidate key={outcome?.at ?? 0}>
      {outcome?.code && !weak ? (
        <p className="note note-danger" role="alert" tabIndex={-1}>
          {tErrors(outcome.code)}{" "}
          {outcome.code === "RESET_OVER" ? <Link href={paths.newPassword}>{t("again")}</Link> : null}
        </p>
      ) : null}
      {token ? (
        <>
          <input type="hidden" name="token" value={token} />
          <Field
            name="password"
            type="password"
            label={t("password")}
            autoComplete="new-password"
            required
            hint={tForms("account.passwordHint")}
            problem={problem}
          />
        </>
      ) : (
        <Field
          name="email"
          type="email"
          label={tForms("contact.email")}
          autoComplete="email"
          required
          defaultValue={outcome?.email}
          problem={problem}
        />
      )}
      <Submit pending={pending} busy={tForms("saving")}>
        {t(token ? "submit" : "ask")}
      </Submit>
    </form>
  )
}
