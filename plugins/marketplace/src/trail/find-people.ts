import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"

const like = (words: string): string => `%${words.trim().replace(/[\\%_]/g, "\\$&")}%`
const MOST = 200

/** Ids of the orders with this number or id; the words themselves when nothing is found, so that nothing matches. */
export async function orderIdsOf(container: MedusaContainer, words: string): Promise<string[]> {
  const number = /^#?\d{1,9}$/.test(words.trim()) ? Number(words.trim().replace("#", "")) : null
  const rows = (await knexOf(container)("marketplace_placed_order")
    .where("order_id", words.trim())
    .modify((query) => number !== null && query.orWhere("number", number))
    .select("order_id")) as { order_id: string }[]
  return [words.trim(), ...rows.map((row) => row.order_id)]
}

export async function sellerIdsOf(container: MedusaContainer, words: string): Promise<string[]> {
  const sellers = await marketplaceOf(container).listSellers(
    { $or: [{ name: { $ilike: like(words) } }, { legal_name: { $ilike: like(words) } }, { handle: words.trim() }] },
    { take: MOST, select: ["id"] },
  )
  return [words.trim(), ...sellers.map((seller) => seller.id)]
}

/** People by id, e-mail or name: the operator's users, sellers' members, customers. */
export async function actorIdsOf(container: MedusaContainer, words: string): Promise<string[]> {
  const [users, members, customers] = await Promise.all([
    container.resolve(Modules.USER).listUsers({ email: { $ilike: like(words) } } as never, { take: MOST }),
    marketplaceOf(container).listSellerMembers(
      { $or: [{ email: { $ilike: like(words) } }, { name: { $ilike: like(words) } }] },
      { take: MOST },
    ),
    container.resolve(Modules.CUSTOMER).listCustomers({ email: { $ilike: like(words) } } as never, { take: MOST }),
  ])
  return [words.trim(), ...[...users, ...members, ...customers].map((person) => person.id)]
}

/** Names to print beside ids; who is gone has none. */
export async function namesOf(container: MedusaContainer, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const id = [...new Set(ids)]
  const [users, members, customers, sellers, keys] = await Promise.all([
    container.resolve(Modules.USER).listUsers({ id }),
    marketplaceOf(container).listSellerMembers({ id }),
    container.resolve(Modules.CUSTOMER).listCustomers({ id }),
    marketplaceOf(container).listSellers({ id }),
    knexOf(container)("marketplace_api_key").whereIn("id", id).select("id", "name") as Promise<
      { id: string; name: string }[]
    >,
  ])
  return new Map([
    ...users.map((user) => [user.id, user.email] as const),
    ...customers.map((customer) => [customer.id, customer.email ?? ""] as const),
    ...[...members, ...sellers, ...keys].map((each) => [each.id, each.name] as const),
  ])
}
