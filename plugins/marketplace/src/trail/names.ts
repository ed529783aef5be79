import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { knexOf } from "../modules/marketplace/resolve"

/** Selects `id` and `name` of what a table holds. It is asked with `where id = any(…)` around it. */
export interface TrailNames {
  readonly name: string
  readonly sql: string
}

const registered = new Map<string, TrailNames>()

/** A plugin names its own people and things; ids without a name are printed as they are. */
export function addTrailNames(names: TrailNames): void {
  registered.set(names.name, names)
}

const own: readonly TrailNames[] = [
  { name: "seller", sql: `select id, name from marketplace_seller` },
  { name: "member", sql: `select id, name from marketplace_seller_member` },
  { name: "key", sql: `select id, name from marketplace_api_key` },
  { name: "order", sql: `select order_id, '#' || number from marketplace_placed_order` },
  {
    name: "seller order",
    sql: `select s.id, '#' || o.number || coalesce(' · ' || v.name, '') from marketplace_seller_order s
      join marketplace_placed_order o on o.order_id = s.order_id left join marketplace_seller v on v.id = s.seller_id`,
  },
  { name: "document", sql: `select id, number from ledger_document` },
  { name: "rule", sql: `select id, name from marketplace_commission_rule` },
  { name: "plan", sql: `select id, name from marketplace_plan` },
  { name: "offer", sql: `select id, sku from marketplace_offer` },
  { name: "dispute", sql: `select id, 'n° ' || number from marketplace_dispute` },
  { name: "notice", sql: `select id, 'n° ' || number from marketplace_notice` },
  { name: "paper", sql: `select id, file_name from marketplace_seller_document` },
  {
    name: "endpoint",
    sql: `select id, split_part(split_part(url, '//', 2), '/', 1) from marketplace_webhook_endpoint`,
  },
  { name: "import", sql: `select id, file from marketplace_import_run` },
]

/** Present names of people and things, beside their ids; what is gone has none. */
export async function namesOf(container: MedusaContainer, ids: readonly string[]): Promise<Map<string, string>> {
  const id = [...new Set(ids)]
  if (id.length === 0) return new Map()
  const union = [...own, ...registered.values()].map(({ sql }) => `(${sql})`).join(" union all ")
  const [users, customers, named] = await Promise.all([
    container.resolve(Modules.USER).listUsers({ id }),
    container.resolve(Modules.CUSTOMER).listCustomers({ id }),
    knexOf(container)
      .from(knexOf(container).raw(`(${union}) as named(id, name)`))
      .whereRaw("id = any(?)", [id])
      .select("id", "name") as Promise<{ id: string; name: string }[]>,
  ])
  return new Map([
    ...named.map((each) => [each.id, each.name] as const),
    ...[...users, ...customers].map((person) => [person.id, personName(person)] as const),
  ])
}

interface Person {
  readonly first_name?: string | null
  readonly last_name?: string | null
  readonly email?: string | null
}

const personName = ({ first_name, last_name, email }: Person): string =>
  [first_name, last_name].filter(Boolean).join(" ") || (email ?? "")
