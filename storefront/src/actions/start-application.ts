"use server"

import { getLocale } from "next-intl/server"
import { graphql } from "@/graphql/graphql"
import type { ApplicationProblem } from "@/lib/application"
import { isEmail } from "@/lib/contact"
import { ApiRefusal, ask } from "@/server/api"
import { type SpokenCode, spokenCode } from "@/server/error-code"

const Start = graphql(`
  mutation StartSellerApplication($input: StartApplicationInput!) {
    startSellerApplication(input: $input) {
      sellerId
    }
  }
`)

type Name = "shopName" | "personName" | "email" | "password"

export interface StartOutcome {
  at: number
  values: { shopName: string; personName: string; email: string; countryCode: string }
  problems: Partial<Record<Name, ApplicationProblem>>
  code?: SpokenCode
  done?: boolean
}

export async function startApplication(before: StartOutcome | null, form: FormData): Promise<StartOutcome> {
  const at = (before?.at ?? 0) + 1
  const text = (name: string) => String(form.get(name) ?? "").trim()
  const password = String(form.get("password") ?? "")
  const values = {
    shopName: text("shopName"),
    personName: text("personName"),
    email: text("email"),
    countryCode: text("countryCode"),
  }
  const problems: StartOutcome["problems"] = {}
  for (const name of ["shopName", "personName", "email"] as const) if (!values[name]) problems[name] = "required"
  if (!problems.email && !isEmail(values.email)) problems.email = "email"
  if (!password) problems.password = "required"
  if (Object.keys(problems).length > 0) return { at, values, problems }
  try {
    await ask(Start, { input: { ...values, password, locale: await getLocale() } })
    return { at, values, problems, done: true }
  } catch (error) {
    const refused = error instanceof ApiRefusal ? error.code : ""
    if (refused === "PASSWORD_TOO_WEAK") return { at, values, problems: { password: "weakPassword" } }
    if (refused === "EMAIL_NOT_USABLE") return { at, values, problems: { email: "emailTaken" } }
    return { at, values, problems, code: spokenCode(error) }
  }
}
