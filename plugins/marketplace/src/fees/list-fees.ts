import type { MedusaContainer } from "@medusajs/framework/types"
import { notFound, type PageRequest } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { FeeKind } from "./fee-journal"
import type { FeeRow } from "./undo-fee"

export type ListedFee = FeeRow & { readonly sellerName: string; readonly undoneBy: string | null }

/** Newest first; of one seller, or of all. */
export async function listFees(
  container: MedusaContainer,
  asked: {
    readonly sellerId?: string | null
    readonly kind?: FeeKind | null
    readonly search?: string | null
    readonly page: PageRequest & { skip: number; take: number }
  },
): Promise<{ items: ListedFee[]; total: number }> {
  const query = knexOf(container)("marketplace_fee as f").join("marketplace_seller as s", "s.id", "f.seller_id")
  if (asked.sellerId) void query.where("f.seller_id", asked.sellerId)
  if (asked.kind) void query.where("f.kind", asked.kind)
  const like = asked.search?.trim().replace(/[\\%_]/g, "\\$&")
  if (like) void query.where((either) => either.whereILike("s.name", `%${like}%`).orWhereILike("f.reason", `%${like}%`))
  const [count] = (await query.clone().count("f.id as n")) as { n: string }[]
  const items = (await query
    .leftJoin("marketplace_fee as u", "u.reverses", "f.id")
    .orderBy([
      { column: "f.occurred_at", order: "desc" },
      { column: "f.seq", order: "desc" },
    ])
    .offset(asked.page.skip)
    .limit(asked.page.take)
    .select("f.*", "s.name as sellerName", "u.id as undoneBy")) as ListedFee[]
  return { items, total: Number(count?.n ?? 0) }
}

/** @throws NOT_FOUND */
export async function oneFee(container: MedusaContainer, id: string): Promise<ListedFee> {
  const row = (await knexOf(container)("marketplace_fee as f")
    .join("marketplace_seller as s", "s.id", "f.seller_id")
    .leftJoin("marketplace_fee as u", "u.reverses", "f.id")
    .where("f.id", id)
    .first("f.*", "s.name as sellerName", "u.id as undoneBy")) as ListedFee | undefined
  if (!row) throw notFound("This fee")
  return row
}
