"use server"

import { revalidatePath } from "next/cache"
import { getLocale } from "next-intl/server"
import { redirect } from "@/i18n/navigation"
import { isEmail } from "@/lib/contact"
import { paths } from "@/lib/paths"
import { signIn, signUp } from "@/server/customer"
import { type SpokenCode, spokenCode } from "@/server/error-code"
import { CUSTOMER_COOKIE, forget, keepCustomer } from "@/server/session"

const FIELDS = ["email", "password", "firstName", "lastName"] as const
type AccountField = (typeof FIELDS)[number]

export interface AccountOutcome {
  at: number
  values: Record<AccountField, string>
  problems: Partial<Record<AccountField, "required" | "email">>
  code?: SpokenCode
}

type Enter = (values: Record<AccountField, string>) => Promise<string>

export async function signInAction(before: AccountOutcome | null, form: FormData): Promise<AccountOutcome> {
  return enter(before, form, ["email", "password"], ({ email, password }) => signIn(email, password))
}

export async function signUpAction(before: AccountOutcome | null, form: FormData): Promise<AccountOutcome> {
  return enter(before, form, FIELDS, signUp)
}

export async function signOutAction(): Promise<void> {
  await forget(CUSTOMER_COOKIE)
  revalidatePath("/", "layout")
  return redirect({ href: paths.home, locale: await getLocale() })
}

async function enter(
  before: AccountOutcome | null,
  form: FormData,
  required: readonly AccountField[],
  call: Enter,
): Promise<AccountOutcome> {
  const at = (before?.at ?? 0) + 1
  const values = Object.fromEntries(FIELDS.map((name) => [name, text(form, name)])) as Record<AccountField, string>
  const problems: AccountOutcome["problems"] = {}
  for (const field of required) if (!values[field]) problems[field] = "required"
  if (!problems.email && !isEmail(values.email)) problems.email = "email"
  const answer = { at, problems, values: { ...values, password: "" } }
  if (Object.keys(problems).length > 0) return answer
  try {
    await keepCustomer(await call(values))
  } catch (error) {
    return { ...answer, code: spokenCode(error) }
  }
  revalidatePath("/", "layout")
  return redirect({ href: form.get("next") === "checkout" ? paths.checkout : paths.account, locale: await getLocale() })
}

/** A password is taken as typed. */
function text(form: FormData, name: AccountField): string {
  const value = String(form.get(name) ?? "")
  return name === "password" ? value : value.trim()
}
