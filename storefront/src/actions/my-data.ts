"use server"

import { revalidatePath } from "next/cache"
import { getLocale } from "next-intl/server"
import { redirect } from "@/i18n/navigation"
import { formatInstant } from "@/lib/dates"
import { paths } from "@/lib/paths"
import { type SpokenCode, spokenCode } from "@/server/error-code"
import { eraseMyAccount } from "@/server/my-data"
import { CUSTOMER_COOKIE, customerToken, forget } from "@/server/session"

export interface ErasureOutcome {
  at: number
  missing?: boolean
  code?: SpokenCode
  /** What it waits for, and until when there is an answer. */
  waiting?: { what: "ORDER" | "RETURN" | "DISPUTE"; due: string }
}

const WHAT = ["ORDER", "RETURN", "DISPUTE"] as const

/** Erases the account and with it the sign-in, or tells what has to end first. */
export async function eraseAction(before: ErasureOutcome | null, form: FormData): Promise<ErasureOutcome> {
  const at = (before?.at ?? 0) + 1
  const locale = await getLocale()
  const password = String(form.get("password") ?? "")
  if (!password) return { at, missing: true }
  const token = await customerToken()
  if (!token) return redirect({ href: paths.signIn, locale })
  try {
    const { state, waitsFor, dueAt } = await eraseMyAccount(password, token)
    const what = WHAT.find((each) => each === waitsFor) ?? "ORDER"
    if (state !== "DONE") return { at, waiting: { what, due: formatInstant(dueAt, locale) } }
  } catch (error) {
    return { at, code: spokenCode(error) }
  }
  await forget(CUSTOMER_COOKIE)
  revalidatePath("/", "layout")
  return redirect({ href: paths.erased, locale })
}
