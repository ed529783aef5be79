"use server"

import { revalidatePath } from "next/cache"
import { getLocale } from "next-intl/server"
import { redirect } from "@/i18n/navigation"
import { isEmail } from "@/lib/contact"
import { paths } from "@/lib/paths"
import { readWithdrawal } from "@/lib/withdrawal-lines"
import { type SpokenCode, spokenCode } from "@/server/error-code"
import { declareWithdrawal, findOrder, orderOf } from "@/server/order"

export interface FindOutcome {
  at: number
  values: { number: string; email: string }
  problems: { number?: "required" | "orderNumber"; email?: "required" | "email" }
  code?: SpokenCode
}

export async function goToOrder(before: FindOutcome | null, form: FormData): Promise<FindOutcome> {
  const at = (before?.at ?? 0) + 1
  const values = { number: text(form, "number").replace(/^#/, ""), email: text(form, "email") }
  const problems: FindOutcome["problems"] = {}
  if (!values.number) problems.number = "required"
  else if (!/^\d{1,9}$/.test(values.number)) problems.number = "orderNumber"
  if (!values.email) problems.email = "required"
  else if (!isEmail(values.email)) problems.email = "email"
  if (problems.number || problems.email) return { at, values, problems }
  let accessToken: string
  try {
    accessToken = await findOrder(Number(values.number), values.email)
  } catch (error) {
    return { at, values, problems, code: spokenCode(error) }
  }
  return redirect({ href: paths.order(accessToken), locale: await getLocale() })
}

export interface WithdrawOutcome {
  at: number
  code: SpokenCode
}

export async function confirmWithdrawal(before: WithdrawOutcome | null, form: FormData): Promise<WithdrawOutcome> {
  const at = (before?.at ?? 0) + 1
  const accessToken = text(form, "accessToken")
  let declared: string
  try {
    const order = await orderOf(accessToken)
    const chosen = Object.fromEntries([...form.entries()].map(([key, value]) => [key, String(value)]))
    const lines = readWithdrawal(chosen, order?.withdrawal.lines ?? [])
    if (lines.length === 0) return { at, code: "CONFLICT" }
    declared = await declareWithdrawal(accessToken, lines)
  } catch (error) {
    return { at, code: spokenCode(error) }
  }
  revalidatePath("/", "layout")
  const locale = await getLocale()
  return redirect({ href: `${paths.order(accessToken)}?withdrawn=${encodeURIComponent(declared)}#withdrawal`, locale })
}

function text(form: FormData, name: string): string {
  return String(form.get(name) ?? "").trim()
}
