import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** What one unit of a variant is made of in the inventory; empty when its stock is not counted. */
export type VariantStock = ReadonlyMap<string, readonly { readonly itemId: string; readonly required: number }[]>

interface Variant {
  readonly id: string
  readonly manage_inventory: boolean
  readonly inventory_items?: readonly { readonly inventory_item_id: string; readonly required_quantity: number }[]
}

export async function variantStock(container: MedusaContainer, variantIds: readonly string[]): Promise<VariantStock> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "variant",
    fields: ["id", "manage_inventory", "inventory_items.inventory_item_id", "inventory_items.required_quantity"],
    filters: { id: [...new Set(variantIds)] },
  })
  return new Map(
    (data as unknown as Variant[]).map((variant) => [
      variant.id,
      variant.manage_inventory
        ? (variant.inventory_items ?? []).map((item) => ({
            itemId: item.inventory_item_id,
            required: Number(item.required_quantity),
          }))
        : [],
    ]),
  )
}

/** Units of variants as pieces of inventory items. */
export function piecesOf(
  stock: VariantStock,
  lines: readonly { readonly variantId: string; readonly quantity: number }[],
): Map<string, number> {
  const pieces = new Map<string, number>()
  for (const line of lines)
    for (const part of stock.get(line.variantId) ?? [])
      pieces.set(part.itemId, (pieces.get(part.itemId) ?? 0) + part.required * line.quantity)
  return pieces
}
