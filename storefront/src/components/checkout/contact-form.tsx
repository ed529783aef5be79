"use client"

import { useActionState, useState } from "react"
import { useTranslations } from "next-intl"
import { saveContact } from "@/actions/checkout"
import { type Contact, type ContactField, type ContactProblem, contactProblems, readContact } from "@/lib/contact"
import { Field } from "../field"
import { Submit } from "../submit"
import { useFirstProblem } from "../use-first-problem"

const AUTOCOMPLETE: Record<ContactField, string> = {
  email: "email",
  firstName: "shipping given-name",
  lastName: "shipping family-name",
  street: "shipping address-line1",
  complement: "shipping address-line2",
  postalCode: "shipping postal-code",
  city: "shipping address-level2",
  phone: "shipping tel",
}

interface ContactFormProps {
  initial: Contact
  country: string
  countryCode: string
}

/** Checked when sent; from then on each field is checked again as it is corrected. */
export function ContactForm({ initial, country, countryCode }: ContactFormProps) {
  const t = useTranslations("forms")
  const tErrors = useTranslations("errors")
  const [outcome, act, pending] = useActionState(saveContact, null)
  const form = useFirstProblem<HTMLFormElement>(outcome)
  const values = outcome?.values ?? initial
  const [corrected, setCorrected] = useState<Partial<Record<ContactField, ContactProblem | null>>>({})
  const correct = (name: ContactField) => {
    if (!outcome || !form.current) return
    const problem = contactProblems(readContact(new FormData(form.current)), countryCode)[name] ?? null
    setCorrected((before) => ({ ...before, [name]: problem }))
  }
  const field = (name: ContactField, extra: Partial<React.ComponentProps<typeof Field>> = {}) => {
    const problem = name in corrected ? corrected[name] : outcome?.problems[name]
    return (
      <Field
        name={name}
        label={t(`contact.${name}`)}
        defaultValue={values[name]}
        autoComplete={AUTOCOMPLETE[name]}
        problem={problem ? t(`problems.${problem}`) : undefined}
        required
        maxLength={200}
        onChange={() => correct(name)}
        {...extra}
      />
    )
  }
  return (
    <form
      ref={form}
      action={(data) => {
        setCorrected({})
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
        <legend>{t("contact.legendEmail")}</legend>
        {field("email", { type: "email", inputMode: "email", hint: t("contact.emailHint") })}
      </fieldset>
      <fieldset>
        <legend>{t("contact.legendAddress")}</legend>
        <div className="form-row">
          {field("firstName")}
          {field("lastName")}
        </div>
        {field("street")}
        {field("complement", { required: false })}
        <div className="form-row form-row-narrow">
          {field("postalCode", { inputMode: "numeric" })}
          {field("city")}
        </div>
        <p className="muted">{t("contact.country", { country })}</p>
        {field("phone", { type: "tel", required: false, hint: t("contact.phoneHint") })}
      </fieldset>
      <Submit pending={pending} busy={t("saving")}>
        {t("contact.continue")}
      </Submit>
    </form>
  )
}
