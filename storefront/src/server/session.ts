import { cookies, headers } from "next/headers"

/** The only two cookies: which basket, and (after signing in) which account. Neither can be read by a script. */
export const CART_COOKIE = "gondola_cart"
export const CUSTOMER_COOKIE = "gondola_customer"

const DAY = 60 * 60 * 24

export async function cartId(): Promise<string | undefined> {
  return (await cookies()).get(CART_COOKIE)?.value
}

export async function customerToken(): Promise<string | undefined> {
  return (await cookies()).get(CUSTOMER_COOKIE)?.value
}

export async function keepCart(id: string): Promise<void> {
  await keep(CART_COOKIE, id, 30 * DAY)
}

export async function keepCustomer(token: string): Promise<void> {
  await keep(CUSTOMER_COOKIE, token, DAY)
}

export async function forget(name: typeof CART_COOKIE | typeof CUSTOMER_COOKIE): Promise<void> {
  ;(await cookies()).delete(name)
}

async function keep(name: string, value: string, maxAge: number): Promise<void> {
  const secure = (await headers()).get("x-forwarded-proto") === "https"
  ;(await cookies()).set(name, value, { httpOnly: true, sameSite: "lax", path: "/", maxAge, secure })
}
