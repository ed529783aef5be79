"use client"

import { type ReactNode, type TextareaHTMLAttributes, useId } from "react"

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  label: string
  hint?: ReactNode
  problem?: string
}

/** A field of several lines, labelled like the others. */
export function TextArea({ label, hint, problem, ...area }: TextAreaProps) {
  const id = useId()
  const described = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ")
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      ) : null}
      <textarea {...area} id={id} aria-invalid={problem ? true : undefined} aria-describedby={described || undefined} />
      {problem ? (
        <p id={`${id}-problem`} className="field-error">
          {problem}
        </p>
      ) : null}
    </div>
  )
}
