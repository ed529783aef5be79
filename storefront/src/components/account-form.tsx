"use client"

import { useActionState } from "react"
import { useTranslations } from "next-intl"
import { signInAction, signUpAction } from "@/actions/account"
import { Field } from "./field"
import { Submit } from "./submit"
import { useFirstProblem } from "./use-first-problem"

/** Sign-in or sign-up; a wrong e-mail and a wrong password read the same. */
export function AccountForm({ kind, next }: { kind: "signIn" | "signUp"; next?: string }) {
  const t = useTranslations("forms")
  const tErrors = useTranslations("errors")
  const [outcome, act, pending] = useActionState(kind === "signIn" ? signInAction : signUpAction, null)
  const form = useFirstProblem<HTMLFormElement>(outcome)
  const problem = (field: "email" | "password" | "firstName" | "lastName") => {
    const found = outcome?.problems[field]
    if (found) return t(`problems.${found}`)
    return field === "password" && outcome?.code === "PASSWORD_TOO_WEAK" ? t("problems.weakPassword") : undefined
  }
  const wrong = kind === "signIn" && ["NOT_SIGNED_IN", "NOT_FOUND", "BAD_INPUT"].includes(outcome?.code ?? "")
  return (
    <form ref={form} action={act} className="form" noValidate key={outcome?.at ?? 0}>
      {outcome?.code && outcome.code !== "PASSWORD_TOO_WEAK" ? (
        <p className="note note-danger" role="alert" tabIndex={-1}>
          {wrong ? tErrors("WRONG_CREDENTIALS") : tErrors(outcome.code)}
        </p>
      ) : null}
      <input type="hidden" name="next" value={next ?? ""} />
      {kind === "signUp" ? (
        <div className="form-row">
          <Field
            name="firstName"
            label={t("contact.firstName")}
            autoComplete="given-name"
            required
            defaultValue={outcome?.values.firstName}
            problem={problem("firstName")}
          />
          <Field
            name="lastName"
            label={t("contact.lastName")}
            autoComplete="family-name"
            required
            defaultValue={outcome?.values.lastName}
            problem={problem("lastName")}
          />
        </div>
      ) : null}
      <Field
        name="email"
        type="email"
        label={t("contact.email")}
        autoComplete="email"
        required
        defaultValue={outcome?.values.email}
        problem={problem("email")}
      />
      <Field
        name="password"
        type="password"
        label={t("account.password")}
        autoComplete={kind === "signIn" ? "current-password" : "new-password"}
        required
        hint={kind === "signUp" ? t("account.passwordHint") : undefined}
        problem={problem("password")}
      />
      <Submit pending={pending} busy={t("saving")}>
        {t(`account.${kind}`)}
      </Submit>
    </form>
  )
}
