"use server"

import { getLocale } from "next-intl/server"
import { graphql, type VariablesOf } from "@/graphql/graphql"
import { redirect } from "@/i18n/navigation"
import { isEmail } from "@/lib/contact"
import { paths } from "@/lib/paths"
import { ask } from "@/server/api"
import { type SpokenCode, spokenCode } from "@/server/error-code"

const Report = graphql(`
  mutation ReportNotice($input: NoticeInput!) {
    reportNotice(input: $input) {
      number
      token
    }
  }
`)
const Contest = graphql(`
  mutation ContestNotice($token: String!, $text: String!) {
    contestNotice(token: $token, text: $text) {
      number
    }
  }
`)

type Input = VariablesOf<typeof Report>["input"]
type Problem = "required" | "email" | "tooShort" | "mustConfirm"
export type ReportField = "category" | "explanation" | "reporterName" | "reporterEmail" | "goodFaith"

export interface ReportOutcome {
  at: number
  values: Record<Exclude<ReportField, "goodFaith">, string>
  problems: Partial<Record<ReportField, Problem>>
  code?: SpokenCode
}

const SHORTEST = 20

export async function sendReport(before: ReportOutcome | null, form: FormData): Promise<ReportOutcome> {
  const at = (before?.at ?? 0) + 1
  const text = (name: string) => String(form.get(name) ?? "").trim()
  const values = {
    category: text("category"),
    explanation: text("explanation"),
    reporterName: text("reporterName"),
    reporterEmail: text("reporterEmail"),
  }
  const nameless = values.category === "MINORS"
  const problems: ReportOutcome["problems"] = {}
  if (!values.category) problems.category = "required"
  if (values.explanation.length < SHORTEST) problems.explanation = "tooShort"
  if (!nameless && !values.reporterName) problems.reporterName = "required"
  if (!nameless && !values.reporterEmail) problems.reporterEmail = "required"
  else if (values.reporterEmail && !isEmail(values.reporterEmail)) problems.reporterEmail = "email"
  if (form.get("goodFaith") !== "on") problems.goodFaith = "mustConfirm"
  if (Object.keys(problems).length > 0) return { at, values, problems }
  const locale = await getLocale()
  let token: string
  try {
    const { reportNotice } = await ask(Report, {
      input: {
        subject: text("subject") as Input["subject"],
        subjectId: text("subjectId"),
        category: values.category as Input["category"],
        explanation: values.explanation,
        reporterName: values.reporterName || undefined,
        reporterEmail: values.reporterEmail || undefined,
        goodFaith: true,
        locale,
      },
    })
    token = reportNotice.token
  } catch (error) {
    return { at, values, problems, code: spokenCode(error) }
  }
  return redirect({ href: `${paths.reported(token)}?new=1`, locale })
}

export interface ContestOutcome {
  at: number
  text: string
  problem?: "tooShort"
  code?: SpokenCode
}

export async function contestReport(before: ContestOutcome | null, form: FormData): Promise<ContestOutcome> {
  const at = (before?.at ?? 0) + 1
  const text = String(form.get("text") ?? "").trim()
  const token = String(form.get("token") ?? "")
  if (text.length < 10) return { at, text, problem: "tooShort" }
  try {
    await ask(Contest, { token, text })
  } catch (error) {
    return { at, text, code: spokenCode(error) }
  }
  return redirect({ href: paths.reported(token), locale: await getLocale() })
}
