import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Actor } from "@gondola/kit"

/** Who somebody is in a room; null when the account was closed since. */
export interface Account {
  readonly personName: string
  readonly email: string
  readonly organisation: string
}

export type AccountReader = (scope: MedusaContainer, id: string) => Promise<Account | null>

export const ROOMS = {
  SELLER: "SELLER_MEMBER",
  BRAND: "BRAND_MEMBER",
  SHOP: "SHOP_STAFF",
  OPERATOR: "OPERATOR",
} as const satisfies Record<string, Actor>

const fullName = (person: { first_name?: string | null; last_name?: string | null; email?: string | null }): string =>
  [person.first_name, person.last_name].filter(Boolean).join(" ") || (person.email ?? "")

export const operatorAccount: AccountReader = async (scope, id) => {
  const [user] = await scope.resolve(Modules.USER).listUsers({ id: [id] })
  const [store] = await scope.resolve(Modules.STORE).listStores({}, { take: 1 })
  return user ? { personName: fullName(user), email: user.email, organisation: store?.name ?? "" } : null
}

export const customerAccount: AccountReader = async (scope, id) => {
  const [customer] = await scope.resolve(Modules.CUSTOMER).listCustomers({ id: [id] })
  return customer ? { personName: fullName(customer), email: customer.email ?? "", organisation: "" } : null
}
