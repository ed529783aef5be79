import { notFound, pageRequest, type GraphqlContext } from "@gondola/kit"
import { readProducts } from "@gondola/marketplace"
import type { Locale } from "../ports"
import type { PinRow } from "../rules/rule-book"
import { moduleOf } from "./module-of"

interface PageArgs {
  page?: number | null
  pageSize?: number | null
}

interface SynonymInput {
  kind: "EQUIVALENT" | "ONE_WAY"
  locale: Locale
  words: string[]
  active: boolean
}

interface PinInput {
  query?: string | null
  category?: string | null
  productId: string
  position: number
}

/** Titles and pictures of all pins of a page in one read. */
const productsOf = (context: GraphqlContext, pins: readonly PinRow[]) =>
  readProducts(
    context.scope,
    pins.map((pin) => pin.productId),
  )

async function withProducts(context: GraphqlContext, pins: readonly PinRow[]) {
  const products = new Map((await productsOf(context, pins)).map((product) => [product.id, product]))
  return pins.map((pin) => ({ ...pin, product: products.get(pin.productId) ?? null }))
}

type ShownPin = Awaited<ReturnType<typeof withProducts>>[number]

export const ruleResolvers = {
  Query: {
    synonyms: async (_source: unknown, args: PageArgs & { search?: string | null }, context: GraphqlContext) => {
      const { page, pageSize, skip, take } = pageRequest(args)
      return { page, pageSize, ...(await moduleOf(context).rules.listSynonyms(args.search || null, skip, take)) }
    },
    pins: async (
      _source: unknown,
      args: PageArgs & { query?: string | null; category?: string | null },
      context: GraphqlContext,
    ) => {
      const { page, pageSize, skip, take } = pageRequest(args)
      const { items, total } = await moduleOf(context).rules.listPins(args, skip, take)
      return { page, pageSize, total, items: await withProducts(context, items) }
    },
  },
  Mutation: {
    saveSynonym: (
      _source: unknown,
      { id, input }: { id?: string | null; input: SynonymInput },
      context: GraphqlContext,
    ) => moduleOf(context).rules.saveSynonym(id ?? null, input, context.clock.now()),
    deleteSynonym: (_source: unknown, { id }: { id: string }, context: GraphqlContext) =>
      moduleOf(context).rules.remove("synonym", id),
    savePin: async (
      _source: unknown,
      { id, input }: { id?: string | null; input: PinInput },
      context: GraphqlContext,
    ) => {
      const [product] = await readProducts(context.scope, [input.productId])
      if (!product) throw notFound("This product")
      const draft = { ...input, query: input.query || null, category: input.category || null }
      const pin = await moduleOf(context).rules.savePin(id ?? null, draft, context.clock.now())
      return { ...pin, product }
    },
    deletePin: (_source: unknown, { id }: { id: string }, context: GraphqlContext) =>
      moduleOf(context).rules.remove("pin", id),
  },
  Pin: {
    productTitle: (pin: ShownPin) => pin.product?.title.fr ?? pin.productId,
    productImage: (pin: ShownPin) => pin.product?.image ?? null,
  },
}
