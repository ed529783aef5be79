import type { MedusaContainer } from "@medusajs/framework/types"
import { conflict } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"

/** What holds a sheet beside its listing gates: a takedown for whoever sells it, safety data that a check found wrong. */
export type Hold = "taken_down" | "safety_wrong"

/** Each of these products that something holds, and what. */
export async function holdsOf(
  container: MedusaContainer,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Hold[]>> {
  const { rows } = await knexOf(container).raw<{ rows: { id: string; hold: Hold }[] }>(
    `select distinct product_id as id, 'taken_down' as hold from marketplace_takedown
     where product_id = any(:ids) and seller_id is null and lifted_at is null
     union all
     select distinct product_id, 'safety_wrong' from marketplace_random_check
     where product_id = any(:ids) and outcome = 'safety_wrong' and mended_at is null`,
    { ids: [...productIds] },
  )
  const holds = new Map<string, Hold[]>()
  for (const { id, hold } of rows) holds.set(id, [...(holds.get(id) ?? []), hold])
  return holds
}

/** `product seller` of what was taken down for one seller alone: nothing of it comes back under a new offer. */
export async function sellersTakenDown(
  container: MedusaContainer,
  productIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = (await knexOf(container)("marketplace_takedown")
    .whereIn("product_id", [...productIds])
    .whereNotNull("seller_id")
    .whereNull("lifted_at")
    .select("product_id", "seller_id")) as { product_id: string; seller_id: string }[]
  return new Set(rows.map((row) => `${row.product_id} ${row.seller_id}`))
}

/** A product that was taken down keeps its sheet as it is: merged or split, its offers would come back elsewhere. */
export async function refuseTakenDown(container: MedusaContainer, productIds: readonly string[]): Promise<void> {
  const open = (await knexOf(container)("marketplace_takedown")
    .whereIn("product_id", [...productIds])
    .whereNull("lifted_at")
    .first("number")) as { number: string } | undefined
  if (open) throw conflict(`Takedown no. ${open.number} is in force for this product: lift it first`)
}
