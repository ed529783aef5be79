"use server"

import { getLocale } from "next-intl/server"
import { isEmail } from "@/lib/contact"
import { askPasswordReset, resetPassword } from "@/server/customer"
import { type SpokenCode, spokenCode } from "@/server/error-code"
import { CUSTOMER_COOKIE, forget } from "@/server/session"

export interface NewPasswordOutcome {
  at: number
  email?: string
  problem?: "required" | "email"
  code?: SpokenCode
  done?: boolean
}

export async function askResetAction(before: NewPasswordOutcome | null, form: FormData): Promise<NewPasswordOutcome> {
  const at = (before?.at ?? 0) + 1
  const email = String(form.get("email") ?? "").trim()
  if (!isEmail(email)) return { at, email, problem: email ? "email" : "required" }
  try {
    await askPasswordReset(email, await getLocale())
  } catch (error) {
    return { at, email, code: spokenCode(error) }
  }
  return { at, done: true }
}

export async function resetAction(before: NewPasswordOutcome | null, form: FormData): Promise<NewPasswordOutcome> {
  const at = (before?.at ?? 0) + 1
  const password = String(form.get("password") ?? "")
  if (!password) return { at, problem: "required" }
  try {
    await resetPassword(String(form.get("token") ?? ""), password)
  } catch (error) {
    return { at, code: spokenCode(error) }
  }
  // This browser's session has ended with all the others.
  await forget(CUSTOMER_COOKIE)
  return { at, done: true }
}
