import DataLoader from "dataloader"
import type { GraphqlContext } from "@gondola/kit"
import { readProducts } from "../read-model/read-products"
import type { SellableProduct } from "../read-model/sellable-product"
import type { TraderBlock } from "../retailer/trader"
import { tradersOf } from "../retailer/trader-of"

export interface TraderLoader {
  load(sellerId: string | null): Promise<TraderBlock>
}

// DataLoader takes no null for a key.
const RETAILER = ""

/** Traders by seller id (null: the retailer), one statement a request. */
export const traderLoader = (context: GraphqlContext): TraderLoader =>
  context.once("marketplace:traders", () => {
    const loader = new DataLoader<string, TraderBlock>((ids) =>
      tradersOf(
        context.scope,
        ids.map((id) => (id === RETAILER ? null : id)),
      ),
    )
    return { load: (sellerId) => loader.load(sellerId ?? RETAILER) }
  })

/** Catalogue products by id. */
export const productLoader = (context: GraphqlContext): DataLoader<string, SellableProduct | null> =>
  context.once(
    "marketplace:products",
    () =>
      new DataLoader<string, SellableProduct | null>(async (ids) => {
        const products = new Map((await readProducts(context.scope, ids)).map((product) => [product.id, product]))
        return ids.map((id) => products.get(id) ?? null)
      }),
  )
