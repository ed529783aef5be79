import type { MedusaContainer } from "@medusajs/framework/types"
import { notFound } from "@gondola/kit"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import type { StoreReturnLineRow, StoreReturnRow } from "../modules/store-returns/service"

export type FullReturn = StoreReturnRow & { readonly lines: StoreReturnLineRow[] }

export const inOrder = (row: StoreReturnRow): FullReturn =>
  ({ ...row, lines: [...(row.lines ?? [])].sort((a, b) => a.position - b.position) }) as FullReturn

/** A return of this shop; another shop's does not exist here. @throws NOT_FOUND */
export async function readShopReturn(container: MedusaContainer, shopId: string, id: string): Promise<FullReturn> {
  const [row] = await storeReturnsOf(container).listStoreReturns({ id, shop_id: shopId }, { relations: ["lines"] })
  if (!row) throw notFound("This return")
  return inOrder(row)
}
