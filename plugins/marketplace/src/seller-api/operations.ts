import { z } from "zod"
import { cents, notFound } from "@gondola/kit"
import { callerSeller } from "../graphql/callers"
import { sellerOrderResolvers } from "../graphql/seller-order-resolvers"
import { sellerResolvers } from "../graphql/seller-resolvers"
import { saveOffers } from "../offers/save-offers"
import type { Call, Operation } from "./operation"
import * as shapes from "./shapes"

type Resolve = (source: null, args: object, context: Call["context"]) => Promise<unknown>

/** The very resolvers of the seller's room: ownership is decided in one place. */
const resolvers = { ...sellerOrderResolvers, Query: { ...sellerResolvers.Query, ...sellerOrderResolvers.Query } } as {
  Query: Record<string, Resolve>
}
const mutations = { ...sellerResolvers.Mutation, ...sellerOrderResolvers.Mutation } as Record<string, Resolve>

const query = (name: string, args: (call: Call) => object) => (call: Call) =>
  resolvers.Query[name]!(null, args(call), call.context)
const mutation = (name: string, args: (call: Call) => object) => (call: Call) =>
  mutations[name]!(null, args(call), call.context)

const drafts = z.strictObject({ offers: z.array(shapes.offerDraft).min(1).max(100) })
const STATES = { DRAFT: "draft", ACTIVE: "active", PAUSED: "paused", CLOSED: "closed" } as const

export const operations: readonly Operation[] = [
  {
    id: "listOffers",
    method: "GET",
    path: "/offers",
    scope: "catalogue:read",
    summary: "Your offers, the newest first",
    field: "Query.sellerOffers",
    query: shapes.paging.extend({ search: z.string().max(200).optional(), state: shapes.offerState.optional() }),
    answer: shapes.pageOf(shapes.offer),
    handle: query("sellerOffers", (call) => call.query),
  },
  {
    id: "saveOffers",
    method: "PUT",
    path: "/offers",
    scope: "catalogue:write",
    summary: "Makes or changes up to 100 offers by their SKU; each succeeds or is refused on its own",
    field: "Mutation.saveOffer",
    body: drafts,
    answer: z.object({ results: z.array(shapes.offerResult) }),
    async handle({ context, body }) {
      const seller = await callerSeller(context, "catalogue")
      const { offers } = body as z.infer<typeof drafts>
      const results = await saveOffers(
        context.scope,
        seller.id,
        offers.map(({ price, state, ...draft }) => ({
          ...draft,
          ...(price === undefined ? {} : { price: cents(price) }),
          ...(state === undefined ? {} : { state: STATES[state] }),
        })),
      )
      return { results }
    },
  },
  {
    id: "setOfferState",
    method: "POST",
    path: "/offers/:id/state",
    scope: "catalogue:write",
    summary: "Puts an offer on the shelf (ACTIVE), takes it off (PAUSED) or ends it (CLOSED)",
    field: "Mutation.setOfferState",
    body: z.strictObject({ state: z.enum(["ACTIVE", "PAUSED", "CLOSED"]) }),
    answer: shapes.offer,
    handle: mutation("setOfferState", ({ params, body }) => ({ id: params.id, ...(body as object) })),
  },
  {
    id: "listOrders",
    method: "GET",
    path: "/orders",
    scope: "orders:read",
    summary: "Your orders, the newest first",
    field: "Query.sellerOrders",
    query: shapes.paging.extend({ search: z.string().max(200).optional(), state: z.string().max(30).optional() }),
    answer: shapes.pageOf(shapes.order),
    handle: query("sellerOrders", (call) => call.query),
  },
  {
    id: "readOrder",
    method: "GET",
    path: "/orders/:id",
    scope: "orders:read",
    summary: "One order",
    field: "Query.sellerOrder",
    answer: shapes.order,
    async handle(call) {
      const order = await query("sellerOrder", ({ params }) => params)(call)
      if (!order) throw notFound("This order")
      return order
    },
  },
  {
    id: "acceptOrder",
    method: "POST",
    path: "/orders/:id/accept",
    scope: "orders:write",
    summary: "Accepts an order; accepting it again changes nothing",
    field: "Mutation.acceptSellerOrder",
    answer: shapes.order,
    handle: mutation("acceptSellerOrder", ({ params }) => params),
  },
  {
    id: "shipParcel",
    method: "POST",
    path: "/orders/:id/ship",
    scope: "orders:write",
    summary: "Announces a parcel with its tracking number; an order may leave in several",
    field: "Mutation.shipParcel",
    body: shapes.parcelDraft,
    answer: shapes.order,
    handle: mutation("shipParcel", ({ params, body }) => ({ sellerOrderId: params.id, parcel: body })),
  },
  {
    id: "deliverParcel",
    method: "POST",
    path: "/orders/:id/parcels/:parcelId/delivered",
    scope: "orders:write",
    summary: "The carrier says that the parcel arrived",
    field: "Mutation.markParcelDelivered",
    answer: shapes.order,
    handle: mutation("markParcelDelivered", ({ params }) => ({ sellerOrderId: params.id, parcelId: params.parcelId })),
  },
  {
    id: "readStatement",
    method: "GET",
    path: "/statement",
    scope: "finance:read",
    summary: "Statement of a month (YYYY-MM; the present one when absent), equal to the ledger",
    field: "Query.sellerStatement",
    query: shapes.paging.extend({
      month: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
        .optional(),
    }),
    answer: shapes.statement,
    handle: query("sellerStatement", (call) => call.query),
  },
]
