"use client"

import { useActionState, useState } from "react"
import { useLocale, useTranslations } from "next-intl"
import { applyAsSeller } from "@/actions/seller"
import {
  type ApplicationField,
  type ApplicationProblem,
  type ApplicationText,
  type ApplicationTick,
  applicationProblem,
  COUNTRIES,
  readApplication,
} from "@/lib/application"
import { Field } from "./field"
import { Submit } from "./submit"
import { useFirstProblem } from "./use-first-problem"

const TYPES: Partial<Record<ApplicationText, string>> = { email: "email", phone: "tel", password: "password" }
const OPTIONAL: readonly ApplicationText[] = ["vatNumber", "euResponsible"]

/** Checks a field when it is left; asks the API when all look right. */
export function SellerForm({ country }: { country: string }) {
  const t = useTranslations("forms")
  const tErrors = useTranslations("errors")
  const locale = useLocale()
  const [outcome, act, pending] = useActionState(applyAsSeller, null)
  const [checked, setChecked] = useState<Partial<Record<ApplicationField, ApplicationProblem | null>>>({})
  const form = useFirstProblem<HTMLFormElement>(outcome)

  if (outcome?.done)
    return (
      <p className="note note-success" role="status" tabIndex={-1}>
        {t("seller.done")}
      </p>
    )

  const problemOf = (name: ApplicationField) => {
    const problem = name in checked ? checked[name] : outcome?.problems[name]
    return problem ? t(`problems.${problem}`) : undefined
  }
  const check = (name: ApplicationField) => {
    if (!form.current) return
    const problem = applicationProblem(readApplication(new FormData(form.current)), name) ?? null
    setChecked((before) => ({ ...before, [name]: problem }))
  }
  const field = (name: ApplicationText, autoComplete: string, hint?: string) => (
    <Field
      name={name}
      type={TYPES[name] ?? "text"}
      label={t(`seller.${name}`)}
      hint={hint}
      autoComplete={autoComplete}
      required={!OPTIONAL.includes(name)}
      maxLength={200}
      defaultValue={outcome?.values[name]}
      problem={problemOf(name)}
      onBlur={(event) => (event.target.value || name in checked) && check(name)}
    />
  )
  const tick = (name: ApplicationTick, required = true) => (
    <div className="field">
      <label className="tick">
        <input
          type="checkbox"
          name={name}
          required={required}
          defaultChecked={outcome?.values[name]}
          aria-invalid={problemOf(name) ? true : undefined}
          aria-describedby={problemOf(name) ? `${name}-problem` : undefined}
          onChange={() => check(name)}
        />
        <span>{t(`seller.${name}`)}</span>
      </label>
      {problemOf(name) ? (
        <p id={`${name}-problem`} className="field-error">
          {problemOf(name)}
        </p>
      ) : null}
    </div>
  )
  const names = new Intl.DisplayNames(locale, { type: "region" })
  return (
    <form
      ref={form}
      action={(data) => {
        setChecked({})
        act(data)
      }}
      className="form"
      noValidate
      key={outcome?.at ?? 0}
    >
      {outcome?.code ? (
        <p className="note note-danger" role="alert" tabIndex={-1}>
          {tErrors(outcome.code)}
        </p>
      ) : null}
      <fieldset>
        <legend>{t("seller.legendShop")}</legend>
        {field("name", "organization", t("seller.nameHint"))}
        {field("legalName", "organization")}
        <div className="field">
          <label htmlFor="countryCode">{t("seller.countryCode")}</label>
          <select
            id="countryCode"
            name="countryCode"
            autoComplete="country"
            defaultValue={outcome?.values.countryCode ?? country}
            onChange={() => check("euResponsible")}
          >
            {COUNTRIES.map((code) => (
              <option key={code} value={code}>
                {names.of(code.toUpperCase())}
              </option>
            ))}
          </select>
        </div>
        {field("registrationNumber", "off", t("seller.registrationHint"))}
        {field("vatNumber", "off", t("seller.vatNumberHint"))}
        {field("euResponsible", "off", t("seller.euResponsibleHint"))}
      </fieldset>
      <fieldset>
        <legend>{t("seller.legendAddress")}</legend>
        {field("street", "street-address")}
        <div className="form-row form-row-narrow">
          {field("postalCode", "postal-code")}
          {field("city", "address-level2")}
        </div>
        {field("phone", "tel")}
      </fieldset>
      <fieldset>
        <legend>{t("seller.legendAccess")}</legend>
        {field("email", "email", t("seller.emailHint"))}
        {field("password", "new-password", t("account.passwordHint"))}
      </fieldset>
      <fieldset>
        <legend>{t("seller.legendPromises")}</legend>
        {tick("selfCertified")}
        {tick("acceptsTerms")}
        {tick("acceptsShopReturns", false)}
      </fieldset>
      <Submit pending={pending} busy={t("saving")}>
        {t("seller.submit")}
      </Submit>
    </form>
  )
}
