import type { House } from "./open-house"
import type { Stage } from "./stage"

const KEY = `mutation ($scopes: [String!]!) { createApiKey(name: "ERP", scopes: $scopes) { apiKey { id } } }`
const ERASE = `mutation ($email: String!) { requestErasure(email: $email, subject: CUSTOMER) { id } }`
const ORDERS = `{ operatorOrders(pageSize: 50) { items { email states } } }`

/** A key that a seller's ERP uses, and a guest who asked to be erased while a parcel is still on its way. */
export async function showPrograms(stage: Stage, { operator, sellers }: House): Promise<void> {
  stage.daysAgo(12)
  await stage.ask(sellers.brindille.member, KEY, { scopes: ["orders:read", "orders:write"] })
  stage.daysAgo(3)
  const { operatorOrders } = await stage.ask<{ operatorOrders: { items: { email: string; states: string[] }[] } }>(
    operator,
    ORDERS,
  )
  const waiting = operatorOrders.items.find(
    ({ email, states }) => !email.startsWith("camille") && states.some((state) => state !== "DELIVERED"),
  )
  if (waiting) await stage.ask(operator, ERASE, { email: waiting.email })
  stage.daysAgo(0)
}
