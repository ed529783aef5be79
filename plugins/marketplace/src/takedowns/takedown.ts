import type { MedusaContainer } from "@medusajs/framework/types"
import { notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"

/** `illegal`: unlawful goods (DSA art. 32). `recall`: dangerous ones that their maker or the State calls back (GPSR art. 35). */
export type TakedownKind = "illegal" | "recall"

export interface TakedownRow {
  readonly id: string
  readonly number: string
  readonly key: string
  readonly kind: TakedownKind
  readonly product_id: string
  /** null: whoever sells it. */
  readonly seller_id: string | null
  readonly reason: string
  readonly redress: string
  readonly notice_id: string | null
  readonly actor: string
  readonly at: Date
  readonly told_at: Date | null
  readonly lifted_at: Date | null
  readonly lifted_reason: string | null
}

/** @throws NOT_FOUND */
export async function readTakedown(container: Pick<MedusaContainer, "resolve">, id: string): Promise<TakedownRow> {
  const row = (await knexOf(container)("marketplace_takedown").where({ id }).first()) as TakedownRow | undefined
  if (!row) throw notFound("This takedown")
  return row
}

/** The one in force for these goods of this seller, or of everybody. */
export async function openTakedown(
  container: Pick<MedusaContainer, "resolve">,
  productId: string,
  sellerId: string | null,
): Promise<string | undefined> {
  const row = (await knexOf(container)("marketplace_takedown")
    .where({ product_id: productId })
    .whereNull("lifted_at")
    .where((any) =>
      sellerId ? any.whereNull("seller_id").orWhere({ seller_id: sellerId }) : any.whereNull("seller_id"),
    )
    .first("id")) as { id: string } | undefined
  return row?.id
}
