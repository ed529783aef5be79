"use client"

import { type ReactNode, useActionState, useState } from "react"
import { useTranslations } from "next-intl"
import type { CareOutcome } from "@/actions/order-care"
import { Submit } from "../submit"

interface CareFormProps {
  act: (before: CareOutcome | null, form: FormData) => Promise<CareOutcome>
  fields: Record<string, string>
  /** Words for what is missing. */
  problems?: Partial<Record<"short" | "none" | "amountWrong", string>>
  submit: string
  /** A new key each time the page is drawn, so that a second press repeats nothing. */
  formKey: string
  children?: ReactNode
}

/** A form about an order: what was refused is told above its button, and what was typed stays. */
export function CareForm({ act, fields, problems, submit, formKey, children }: CareFormProps) {
  const t = useTranslations("forms")
  const tErrors = useTranslations("errors")
  const [key] = useState(formKey)
  const [outcome, action, pending] = useActionState(act, null)
  const message = outcome?.code ? tErrors(outcome.code) : outcome?.problem ? problems?.[outcome.problem] : null
  return (
    <form action={action} className="form care-form">
      <input type="hidden" name="key" value={key} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {message ? (
        <p key={outcome?.at} className="note note-danger" role="alert">
          {message}
        </p>
      ) : null}
      <Submit pending={pending} busy={t("saving")}>
        {submit}
      </Submit>
    </form>
  )
}
