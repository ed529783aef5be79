"use client"

import { useActionState, useState } from "react"
import { useTranslations } from "next-intl"
import { type ReportField, sendReport } from "@/actions/report"
import { Field } from "./field"
import { Submit } from "./submit"
import { TextArea } from "./text-area"
import { useFirstProblem } from "./use-first-problem"

const CATEGORIES = [
  "COUNTERFEIT",
  "UNSAFE",
  "FORBIDDEN",
  "MISLEADING",
  "INTELLECTUAL_PROPERTY",
  "PERSONAL_DATA",
  "MINORS",
  "OTHER",
] as const

interface ReportFormProps {
  subject: "PRODUCT" | "OFFER" | "SELLER"
  subjectId: string
  /** Of a signed-in customer, to start from. */
  name?: string
  email?: string
}

/** Notice of something unlawful (DSA art. 16): what, why, who says so. */
export function ReportForm({ subject, subjectId, name, email }: ReportFormProps) {
  const t = useTranslations("report")
  const tForms = useTranslations("forms")
  const tErrors = useTranslations("errors")
  const [outcome, act, pending] = useActionState(sendReport, null)
  const [category, setCategory] = useState(outcome?.values.category ?? "")
  const form = useFirstProblem<HTMLFormElement>(outcome)
  const problem = (field: ReportField): string | undefined => {
    const found = outcome?.problems[field]
    if (!found) return undefined
    return found === "tooShort" || found === "mustConfirm" ? t(found) : tForms(`problems.${found}`)
  }
  const nameless = category === "MINORS"
  return (
    <form ref={form} action={act} className="form" noValidate key={outcome?.at ?? 0}>
      {outcome?.code ? (
        <p className="note note-danger" role="alert" tabIndex={-1}>
          {tErrors(outcome.code)}
        </p>
      ) : null}
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="subjectId" value={subjectId} />
      <div className="field">
        <label htmlFor="category">{t("category")}</label>
        <select
          id="category"
          name="category"
          required
          value={category}
          aria-invalid={problem("category") ? true : undefined}
          aria-describedby={problem("category") ? "category-problem" : undefined}
          onChange={(event) => setCategory(event.target.value)}
        >
          <option value="">…</option>
          {CATEGORIES.map((each) => (
            <option key={each} value={each}>
              {t(`categories.${each}`)}
            </option>
          ))}
        </select>
        {problem("category") ? (
          <p id="category-problem" className="field-error">
            {problem("category")}
          </p>
        ) : null}
      </div>
      <TextArea
        name="explanation"
        label={t("explanation")}
        hint={t("explanationHint")}
        rows={6}
        maxLength={5000}
        required
        defaultValue={outcome?.values.explanation}
        problem={problem("explanation")}
      />
      {nameless ? <p className="muted">{t("anonymous")}</p> : null}
      <Field
        name="reporterName"
        label={t("name")}
        autoComplete="name"
        required={!nameless}
        maxLength={200}
        defaultValue={outcome?.values.reporterName ?? name}
        problem={problem("reporterName")}
      />
      <Field
        name="reporterEmail"
        type="email"
        label={t("email")}
        autoComplete="email"
        required={!nameless}
        defaultValue={outcome?.values.reporterEmail ?? email}
        problem={problem("reporterEmail")}
      />
      <div className="field">
        <label className="tick">
          <input
            type="checkbox"
            name="goodFaith"
            required
            aria-invalid={problem("goodFaith") ? true : undefined}
            aria-describedby={problem("goodFaith") ? "goodFaith-problem" : undefined}
          />
          <span>{t("goodFaith")}</span>
        </label>
        {problem("goodFaith") ? (
          <p id="goodFaith-problem" className="field-error">
            {problem("goodFaith")}
          </p>
        ) : null}
      </div>
      <Submit pending={pending} busy={t("sending")}>
        {t("submit")}
      </Submit>
    </form>
  )
}
