"use server"

import { revalidatePath } from "next/cache"
import { getLocale } from "next-intl/server"
import { redirect } from "@/i18n/navigation"
import { type Contact, type ContactField, type ContactProblem, contactProblems, readContact } from "@/lib/contact"
import { paths } from "@/lib/paths"
import { chooseDelivery, placeOrder } from "@/server/basket"
import { setContact } from "@/server/commerce"
import { type SpokenCode, spokenCode } from "@/server/error-code"
import { CART_COOKIE, cartId, customerToken, forget } from "@/server/session"
import { shopConfig } from "@/server/shop"

export interface ContactOutcome {
  at: number
  values: Contact
  problems: Partial<Record<ContactField, ContactProblem>>
  code?: SpokenCode
}

export interface StepOutcome {
  at: number
  code: SpokenCode | "DELIVERY_MISSING"
}

export async function saveContact(before: ContactOutcome | null, form: FormData): Promise<ContactOutcome> {
  const at = (before?.at ?? 0) + 1
  const id = await cartId()
  const values = readContact(form)
  if (!id) return redirect({ href: paths.basket, locale: await getLocale() })
  try {
    const { countryCode } = await shopConfig()
    const problems = contactProblems(values, countryCode)
    if (Object.keys(problems).length > 0) return { at, values, problems }
    const contact = { email: values.email, locale: await getLocale() }
    await setContact(id, contact, {
      first_name: values.firstName,
      last_name: values.lastName,
      address_1: values.street,
      address_2: values.complement,
      postal_code: values.postalCode,
      city: values.city,
      phone: values.phone,
      country_code: countryCode,
    })
  } catch (error) {
    return { at, values, problems: {}, code: spokenCode(error) }
  }
  revalidatePath("/", "layout")
  return redirect({ href: paths.checkoutDelivery, locale: await getLocale() })
}

export async function saveDelivery(before: StepOutcome | null, form: FormData): Promise<StepOutcome> {
  const at = (before?.at ?? 0) + 1
  const id = await cartId()
  const locale = await getLocale()
  if (!id) return redirect({ href: paths.basket, locale })
  const optionIds = [...form.entries()].flatMap(([name, value]) =>
    name.startsWith("delivery.") && typeof value === "string" ? [value] : [],
  )
  try {
    if (!(await chooseDelivery(id, optionIds, locale))) return { at, code: "DELIVERY_MISSING" }
  } catch (error) {
    return { at, code: spokenCode(error) }
  }
  revalidatePath("/", "layout")
  return redirect({ href: paths.checkoutReview, locale })
}

/**
 * The basket comes from the form, not from the cookie: a second press, or a second tab, places the same basket, for
 * which the API gives the same order.
 */
export async function orderNow(before: StepOutcome | null, form: FormData): Promise<StepOutcome> {
  const at = (before?.at ?? 0) + 1
  const id = String(form.get("cartId") ?? "")
  let accessToken: string
  try {
    accessToken = await placeOrder(id, await customerToken())
  } catch (error) {
    return { at, code: spokenCode(error) }
  }
  if ((await cartId()) === id) await forget(CART_COOKIE)
  revalidatePath("/", "layout")
  return redirect({ href: `${paths.order(accessToken)}?placed=1`, locale: await getLocale() })
}
