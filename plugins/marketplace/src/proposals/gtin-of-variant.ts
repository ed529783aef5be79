import { randomInt } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { notFound } from "@gondola/kit"
import { withCheckDigit } from "../catalogue/gtin"
import { knexOf } from "../modules/marketplace/resolve"

/** GS1 keeps the numbers from 20 to 29 for use inside one house: they name articles that carry no number. */
const IN_HOUSE = "20"

/** The number by which a variant is found; one that has none gets a number of the house. */
export async function gtinOfVariant(
  container: MedusaContainer,
  on: { readonly productId: string; readonly variantId?: string },
): Promise<string> {
  const knex = knexOf(container)
  const known = (await knex("marketplace_gtin")
    .where({ product_id: on.productId, ...(on.variantId ? { variant_id: on.variantId } : {}) })
    .orderBy("gtin")
    .first("gtin")) as { gtin: string } | undefined
  if (known) return known.gtin
  const variant = (await knex("product_variant")
    .where({ product_id: on.productId, ...(on.variantId ? { id: on.variantId } : {}) })
    .whereNull("deleted_at")
    .orderBy("variant_rank")
    .first("id")) as { id: string } | undefined
  if (!variant) throw notFound("This catalogue variant")
  for (;;) {
    const gtin = withCheckDigit(IN_HOUSE + String(randomInt(10 ** 10)).padStart(10, "0"))
    const { rowCount } = await knex.raw<{ rowCount: number }>(
      `insert into marketplace_gtin (gtin, product_id, variant_id) values (?, ?, ?) on conflict (gtin) do nothing`,
      [gtin, on.productId, variant.id],
    )
    if (rowCount > 0) return gtin
  }
}
