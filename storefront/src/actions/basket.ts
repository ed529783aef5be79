"use server"

import { revalidatePath } from "next/cache"
import { addLine, isOutOfStock, setLineQuantity } from "@/server/commerce"
import { cartId } from "@/server/session"

export interface BasketOutcome {
  /** Changes with every answer, so that the same answer is announced again. */
  at: number
  result: "added" | "changed" | "outOfStock" | "failed"
}

const MOST = 99

export async function addToBasket(before: BasketOutcome | null, form: FormData): Promise<BasketOutcome> {
  const at = (before?.at ?? 0) + 1
  const variantId = String(form.get("variantId") ?? "")
  const quantity = wholeNumber(form.get("quantity"), 1)
  if (!variantId || quantity < 1) return { at, result: "failed" }
  try {
    await addLine(variantId, quantity)
  } catch (error) {
    return { at, result: isOutOfStock(error) ? "outOfStock" : "failed" }
  }
  revalidatePath("/", "layout")
  return { at, result: "added" }
}

export async function changeLine(before: BasketOutcome | null, form: FormData): Promise<BasketOutcome> {
  const at = (before?.at ?? 0) + 1
  const id = await cartId()
  const lineId = String(form.get("lineId") ?? "")
  if (!id || !lineId) return { at, result: "failed" }
  try {
    await setLineQuantity(id, lineId, wholeNumber(form.get("quantity"), 0))
  } catch (error) {
    return { at, result: isOutOfStock(error) ? "outOfStock" : "failed" }
  } finally {
    revalidatePath("/", "layout")
  }
  return { at, result: "changed" }
}

function wholeNumber(value: FormDataEntryValue | null, least: number): number {
  const number = Number(value)
  return Number.isInteger(number) ? Math.min(Math.max(number, least), MOST) : least
}
