"use server"

import { revalidatePath } from "next/cache"
import { getLocale } from "next-intl/server"
import { redirect } from "@/i18n/navigation"
import { parseAmount } from "@/lib/money"
import { paths } from "@/lib/paths"
import { readWithdrawal } from "@/lib/withdrawal-lines"
import { type SpokenCode, spokenCode } from "@/server/error-code"
import { orderOf } from "@/server/order"
import {
  answerDispute,
  cancelPart,
  DISPUTE_REASONS,
  type FileDraft,
  moveDispute,
  openDispute,
  type ShopperMove,
  write,
} from "@/server/order-care"

export interface CareOutcome {
  at: number
  code?: SpokenCode
  problem?: "short" | "none" | "amountWrong"
}

const text = (form: FormData, name: string): string => String(form.get(name) ?? "").trim()

async function filesOf(form: FormData): Promise<FileDraft[]> {
  const files = form.getAll("files").filter((file): file is File => file instanceof File && file.size > 0)
  return Promise.all(
    files.map(async (file) => ({ name: file.name, data: Buffer.from(await file.arrayBuffer()).toString("base64") })),
  )
}

/** Does it, and goes where it can be seen; a refusal comes back to the form. */
async function attempt(before: CareOutcome | null, href: string, act: () => Promise<unknown>): Promise<CareOutcome> {
  const at = (before?.at ?? 0) + 1
  try {
    await act()
  } catch (error) {
    return { at, code: spokenCode(error) }
  }
  revalidatePath("/", "layout")
  return redirect({ href, locale: await getLocale() })
}

export async function confirmCancellation(before: CareOutcome | null, form: FormData): Promise<CareOutcome> {
  const [token, part] = [text(form, "accessToken"), text(form, "part")]
  return attempt(before, paths.order(token), async () => {
    const order = await orderOf(token)
    const group = order?.groups.find((each) => each.id === part)
    const chosen = Object.fromEntries([...form.entries()].map(([key, value]) => [key, String(value)]))
    const lines = readWithdrawal(
      chosen,
      (group?.lines ?? []).map((line) => ({
        lineId: line.id,
        available: line.quantity - line.gone - line.shipped,
        excludedBecause: null,
      })),
    )
    await cancelPart(token, part, { key: text(form, "key"), lines })
  })
}

export async function sendMessage(before: CareOutcome | null, form: FormData): Promise<CareOutcome> {
  const [token, part, body] = [text(form, "accessToken"), text(form, "part"), text(form, "body")]
  const files = await filesOf(form)
  if (!body && files.length === 0) return { at: (before?.at ?? 0) + 1, problem: "none" }
  return attempt(before, paths.talk(token, part), () => write(token, part, { key: text(form, "key"), body, files }))
}

const SHORTEST = 10

export async function openProblem(before: CareOutcome | null, form: FormData): Promise<CareOutcome> {
  const [token, part, said] = [text(form, "accessToken"), text(form, "part"), text(form, "text")]
  const at = (before?.at ?? 0) + 1
  if (said.length < SHORTEST) return { at, problem: "short" }
  const claimed = text(form, "claimed") === "" ? 0 : parseAmount(text(form, "claimed"))
  if (claimed === null) return { at, problem: "amountWrong" }
  const reason = DISPUTE_REASONS.find((each) => each === text(form, "reason")) ?? "OTHER"
  const lineIds = form.getAll("line").map(String)
  const files = await filesOf(form)
  return attempt(before, paths.dispute(token, part), () =>
    openDispute(token, part, { key: text(form, "key"), reason, lineIds, claimed, text: said, files }),
  )
}

export async function answerProblem(before: CareOutcome | null, form: FormData): Promise<CareOutcome> {
  const [token, part, said] = [text(form, "accessToken"), text(form, "part"), text(form, "text")]
  if (said.length < SHORTEST) return { at: (before?.at ?? 0) + 1, problem: "short" }
  const files = await filesOf(form)
  return attempt(before, paths.dispute(token, part), () =>
    answerDispute(token, part, { id: text(form, "id"), answer: { text: said, files } }),
  )
}

export async function moveProblem(before: CareOutcome | null, form: FormData): Promise<CareOutcome> {
  const [token, part] = [text(form, "accessToken"), text(form, "part")]
  return attempt(before, paths.dispute(token, part), () =>
    moveDispute(token, part, { id: text(form, "id"), move: text(form, "move") as ShopperMove }),
  )
}
