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

/** «Julie Marchand» is in no column: each word is looked for in each of them. */
const person = (words: string) => ({
  $and: words
    .trim()
    .split(/\s+/)
    .map((word) => ({
      $or: ["email", "first_name", "last_name"].map((column) => ({ [column]: { $ilike: like(word) } })),
    })),
})

/** People by id, e-mail or name: the operator's users, sellers' members, customers. */
export async function actorIdsOf(container: MedusaContainer, words: string): Promise<string[]> {
  const [users, members, customers] = await Promise.all([
    container.resolve(Modules.USER).listUsers(person(words) as never, { take: MOST }),
    marketplaceOf(container).listSellerMembers(
      { $or: [{ email: { $ilike: like(words) } }, { name: { $ilike: like(words) } }] },
      { take: MOST },
    ),
    container.resolve(Modules.CUSTOMER).listCustomers(person(words) as never, { take: MOST }),
  ])
  return [words.trim(), ...[...users, ...members, ...customers].map((person) => person.id)]
}
