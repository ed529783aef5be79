"use client"

import { useActionState } from "react"
import { useLocale, useTranslations } from "next-intl"
import { startApplication } from "@/actions/start-application"
import { COUNTRIES } from "@/lib/application"
import { Field } from "./field"
import { Submit } from "./submit"
import { useFirstProblem } from "./use-first-problem"

/** An account with five fields; the rest of the file waits in the seller's room. */
export function StartApplication({ country }: { country: string }) {
  const t = useTranslations("sell")
  const tForms = useTranslations("forms")
  const tErrors = useTranslations("errors")
  const locale = useLocale()
  const [outcome, act, pending] = useActionState(startApplication, null)
  const form = useFirstProblem<HTMLFormElement>(outcome)
  if (outcome?.done)
    return (
      <p className="note note-success" role="status" tabIndex={-1}>
        {t("startDone", { email: outcome.values.email })}
      </p>
    )
  const names = new Intl.DisplayNames(locale, { type: "region" })
  const problem = (name: keyof NonNullable<typeof outcome>["problems"]) => {
    const found = outcome?.problems[name]
    return found ? tForms(`problems.${found}`) : undefined
  }
  return (
    <form ref={form} action={act} className="form" noValidate key={outcome?.at ?? 0}>
      {outcome?.code ? (
        <p className="note note-danger" role="alert" tabIndex={-1}>
          {tErrors(outcome.code)}
        </p>
      ) : null}
      <div className="form-row">
        <Field
          name="shopName"
          label={tForms("seller.name")}
          autoComplete="organization"
          required
          maxLength={80}
          defaultValue={outcome?.values.shopName}
          problem={problem("shopName")}
        />
        <Field
          name="personName"
          label={t("personName")}
          autoComplete="name"
          required
          maxLength={80}
          defaultValue={outcome?.values.personName}
          problem={problem("personName")}
        />
      </div>
      <div className="field">
        <label htmlFor="startCountry">{tForms("seller.countryCode")}</label>
        <select
          id="startCountry"
          name="countryCode"
          autoComplete="country"
          defaultValue={outcome?.values.countryCode ?? country}
        >
          {COUNTRIES.map((code) => (
            <option key={code} value={code}>
              {names.of(code.toUpperCase())}
            </option>
          ))}
        </select>
      </div>
      <div className="form-row">
        <Field
          name="email"
          type="email"
          label={tForms("seller.email")}
          autoComplete="email"
          required
          defaultValue={outcome?.values.email}
          problem={problem("email")}
        />
        <Field
          name="password"
          type="password"
          label={tForms("seller.password")}
          autoComplete="new-password"
          required
          problem={problem("password")}
        />
      </div>
      <Submit pending={pending} busy={tForms("saving")}>
        {t("startSubmit")}
      </Submit>
    </form>
  )
}
