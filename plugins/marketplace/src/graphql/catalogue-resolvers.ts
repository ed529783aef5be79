import type { IResolvers } from "@graphql-tools/utils"
import type { GraphqlContext } from "@gondola/kit"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { pathOf, readCategories, type Category } from "../read-model/read-categories"
import { retailerOf } from "../retailer/retailer-of"
import { traderOf } from "../retailer/trader-of"
import { type Locale, productView } from "./catalogue-view"
import { productLoader, traderLoader } from "./loaders"

interface Localized {
  readonly locale: Locale
}

export const catalogueResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    async product(_source, { handle, locale }: Localized & { handle: string }, context) {
      const row = (await knexOf(context.scope)("product as p")
        .join("marketplace_product_sheet as s", "s.product_id", "p.id")
        .where({ "p.handle": handle, "p.status": "published" })
        .whereNull("p.deleted_at")
        .whereNull("s.owner_seller_id")
        .where("s.held_by", "{}")
        .first("p.id")) as { id: string } | undefined
      const product = row && (await productLoader(context).load(row.id))
      return product ? productView(product, locale) : null
    },

    async categories(_source, { locale }: Localized, context) {
      const all = await readCategories(context.scope)
      return [...all.values()].filter((c) => c.parentId === null).map((c) => categoryView(all, c, locale))
    },

    async seller(_source, { handle }: { handle: string }, context) {
      if (handle === (await retailerOf(context.scope)).handle) return traderOf(context.scope, null)
      const [seller] = await marketplaceOf(context.scope).listSellers({ handle, state: "active" })
      return seller ? traderOf(context.scope, seller.id) : null
    },
  },

  Offer: {
    trader: ({ sellerId }: { sellerId: string | null }, _args, context) => traderLoader(context).load(sellerId),
  },
}

function categoryView(all: ReadonlyMap<string, Category>, category: Category, locale: Locale): unknown {
  return {
    id: category.id,
    handle: category.handle,
    name: category.name[locale],
    image: category.image,
    path: pathOf(all, category.id).map(({ id, handle, name }) => ({ id, handle, name: name[locale] })),
    children: [...all.values()].filter((c) => c.parentId === category.id).map((c) => categoryView(all, c, locale)),
  }
}
