import DataLoader from "dataloader"
import type { GraphqlContext } from "@gondola/kit"
import { readProducts } from "../read-model/read-products"
import type { SellableProduct } from "../read-model/sellable-product"
import type { TraderBlock } from "../retailer/trader"
import { tradersOf } from "../retailer/trader-of"

/** Traders by seller id (null: the retailer), one statement a request. */
export const traderLoader = (context: GraphqlContext): DataLoader<string | null, TraderBlock> =>
  context.once(
    "marketplace:traders",
    () => new DataLoader<string | null, TraderBlock>((ids) => tradersOf(context.scope, ids)),
  )

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
