"use client"

import { type InputHTMLAttributes, type ReactNode, useId } from "react"
import { useTranslations } from "next-intl"

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  hint?: ReactNode
  problem?: string
}

/** A labelled field; its hint and its error are tied to it for those who hear the page. */
export function Field({ label, hint, problem, className, ...input }: FieldProps) {
  const t = useTranslations("forms")
  const id = useId()
  const described = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ")
  return (
    <div className={className ? `field ${className}` : "field"}>
      <label htmlFor={id}>
        {label} {input.required ? null : <span className="muted">({t("optional")})</span>}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      ) : null}
      <input {...input} id={id} aria-invalid={problem ? true : undefined} aria-describedby={described || undefined} />
      {problem ? (
        <p id={`${id}-problem`} className="field-error">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
