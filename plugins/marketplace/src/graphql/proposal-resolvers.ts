import type { IResolvers } from "@graphql-tools/utils"
import { callerId, type GraphqlContext, pageRequest } from "@gondola/kit"
import { acceptProposal, linkProposal, rejectProposal } from "../proposals/decide-proposal"
import { readProposal, readProposals, type ReadProposal } from "../proposals/read-proposals"
import { retailerOf } from "../retailer/retailer-of"
import { callerSeller } from "./callers"
import { productLoader } from "./loaders"

interface Args {
  readonly page?: number | null
  readonly pageSize?: number | null
  readonly state?: string | null
  readonly search?: string | null
}

export const proposalResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    proposals: (_source, args: Args, context) => pageOf(context, args),
    sellerProposals: async (_source, args: Args, context) => pageOf(context, args, (await callerSeller(context)).id),
  },

  Mutation: {
    async acceptProposal(_source, { id, category }: { id: string; category?: string | null }, context) {
      await acceptProposal(context.scope, { id, category, actor: callerId(context) })
      return one(context, id)
    },
    async linkProposal(_source, { id, variantId }: { id: string; variantId: string }, context) {
      await linkProposal(context.scope, { id, variantId, actor: callerId(context) })
      return one(context, id)
    },
    async rejectProposal(_source, { id, reason }: { id: string; reason: string }, context) {
      await rejectProposal(context.scope, { id, reason, actor: callerId(context) })
      return one(context, id)
    },
  },

  Proposal: {
    // A seller needs no list of what else the catalogue has; candidates are looked up only where they are asked for.
    async candidates(proposal: { candidateRows: ReadProposal["candidates"] }, _args, context) {
      const products = await productLoader(context).loadMany(proposal.candidateRows.map((row) => row.productId))
      return proposal.candidateRows.flatMap((row, index) => {
        const product = products[index]
        if (!product || product instanceof Error) return []
        const { title, handle, brand, image } = product
        return [{ ...row, title: title.fr, handle, brand, image }]
      })
    },
  },
}

async function pageOf(context: GraphqlContext, args: Args, sellerId?: string) {
  const { page, pageSize, ...range } = pageRequest(args)
  const filter = { sellerId, state: args.state?.toLowerCase(), search: args.search }
  const { rows, total } = await readProposals(context.scope, filter, range)
  const { setup } = await retailerOf(context.scope)
  return { items: rows.map((row) => view(row, setup.currency)), total, page, pageSize }
}

async function one(context: GraphqlContext, id: string) {
  const { setup } = await retailerOf(context.scope)
  return view(await readProposal(context.scope, id), setup.currency)
}

const view = (row: ReadProposal, currency: string) => ({
  id: row.id,
  sellerId: row.seller_id,
  sellerName: row.sellerName,
  sku: row.sku,
  gtin: row.gtin,
  state: row.state.toUpperCase(),
  title: row.article.title.fr,
  titleEn: row.article.title.en,
  brand: row.article.brand,
  partNumber: row.article.partNumber,
  category: row.article.category,
  images: row.article.images,
  safety: row.article.safety,
  price: { amount: row.offer.price, currency },
  stock: row.offer.stock,
  condition: row.offer.condition,
  candidateRows: row.candidates,
  productId: row.product_id,
  reason: row.reason,
  decidedBy: row.decided_by,
  proposedAt: row.proposed_at,
  decidedAt: row.decided_at,
})
