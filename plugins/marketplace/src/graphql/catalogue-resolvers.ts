import type { IResolvers } from "@graphql-tools/utils"
import type { GraphqlContext } from "@gondola/kit"
import { readBuyBox } from "../buy-box/buy-box-store"
import { strategyOf } from "../buy-box/strategies"
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
      const row = await onShelf(context, handle)
      const product = row && (await productLoader(context).load(row.id))
      return product ? productView(product, locale) : null
    },

    async categories(_source, { locale }: Localized, context) {
      const all = await readCategories(context.scope)
      return [...all.values()].filter((c) => c.parentId === null).map((c) => categoryView(all, c, locale))
    },

    buyBoxRule: async (_source, { locale }: Localized, context) =>
      strategyOf(await readBuyBox(context.scope)).rule[locale],

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

/** The product of an address, also of one that a merge led to it. */
async function onShelf(context: GraphqlContext, handle: string): Promise<{ id: string } | undefined> {
  const knex = knexOf(context.scope)
  const published = () =>
    knex("product as p")
      .join("marketplace_product_sheet as s", "s.product_id", "p.id")
      .where({ "p.status": "published" })
      .whereNull("p.deleted_at")
      .whereNull("s.owner_seller_id")
      .where("s.held_by", "{}")
  const row = (await published().where({ "p.handle": handle }).first("p.id")) as { id: string } | undefined
  if (row) return row
  return (await published()
    .join("marketplace_product_redirect as r", "r.product_id", "p.id")
    .where({ "r.handle": handle })
    .first("p.id")) as { id: string } | undefined
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
