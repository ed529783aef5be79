"use client"

import { useActionState } from "react"
import { useTranslations } from "next-intl"
import { contestReport } from "@/actions/report"
import { Submit } from "./submit"
import { TextArea } from "./text-area"
import { useFirstProblem } from "./use-first-problem"

export function ContestForm({ token }: { token: string }) {
  const t = useTranslations("reported")
  const tReport = useTranslations("report")
  const tErrors = useTranslations("errors")
  const [outcome, act, pending] = useActionState(contestReport, null)
  const form = useFirstProblem<HTMLFormElement>(outcome)
  return (
    <form ref={form} action={act} className="form" noValidate key={outcome?.at ?? 0}>
      {outcome?.code ? (
        <p className="note note-danger" role="alert" tabIndex={-1}>
          {tErrors(outcome.code)}
        </p>
      ) : null}
      <input type="hidden" name="token" value={token} />
      <TextArea
        name="text"
        label={t("contestLabel")}
        rows={4}
        maxLength={5000}
        required
        defaultValue={outcome?.text}
        problem={outcome?.problem ? tReport("tooShort") : undefined}
      />
      <Submit pending={pending} busy={tReport("sending")}>
        {t("contestSubmit")}
      </Submit>
    </form>
  )
}
