import { messageFile } from "../files"
import { graphOperation } from "../graph-operation"
import type { Operation } from "../operation"

const MONEY = "{ amount currency }"
const ORDER = `id orderNumber placedAt state customerName shippingAddress deliveryName deliveryPrice ${MONEY}
  itemsTotal ${MONEY} promisedBy acceptBy late actions commissionTotal ${MONEY} netTotal ${MONEY} refundedTotal ${MONEY}
  lines { id title variantTitle sku quantity shipped gone returned unitPrice ${MONEY} total ${MONEY} }
  parcels { id carrier trackingNumber trackingUrl shippedAt deliveredAt lines { lineId title quantity } }`
const REDRESS = `id kind by reason note at amount ${MONEY} settled lines { lineId title quantity amount ${MONEY} }`

export const orderOperations: readonly Operation[] = [
  graphOperation({
    id: "listOrders",
    method: "GET",
    path: "/orders",
    scope: "orders:read",
    summary: "Your orders, the newest first",
    field: "Query.sellerOrders",
    select: `items { ${ORDER} } total page pageSize`,
  }),
  graphOperation({
    id: "readOrder",
    method: "GET",
    path: "/orders/:id",
    scope: "orders:read",
    summary: "One order",
    field: "Query.sellerOrder",
    select: ORDER,
  }),
  graphOperation({
    id: "readOrderHistory",
    method: "GET",
    path: "/orders/:id/history",
    scope: "orders:read",
    summary: "What happened to an order, and the money that went back for refusals, cancellations and decisions",
    field: "Query.sellerOrder",
    select: `id orderNumber state events { id at by kind units amount ${MONEY} reason } redress { ${REDRESS} }
      disputes { id number state reason }`,
  }),
  graphOperation({
    id: "acceptOrder",
    method: "POST",
    path: "/orders/:id/accept",
    scope: "orders:write",
    summary: "Accepts an order; accepting it again changes nothing",
    field: "Mutation.acceptSellerOrder",
    select: ORDER,
  }),
  graphOperation({
    id: "acceptOrders",
    method: "POST",
    path: "/orders/accept",
    scope: "orders:write",
    summary: "Accepts several; those that can no longer be accepted are left out of the answer",
    field: "Mutation.acceptSellerOrders",
    select: "id orderNumber state",
  }),
  graphOperation({
    id: "quoteRefusal",
    method: "POST",
    path: "/orders/:id/refusals/quote",
    params: { id: "sellerOrderId" },
    scope: "orders:read",
    summary: "What would be given back for these units, or for all that wait; changes nothing",
    field: "Query.refusalQuote",
    select: `goods ${MONEY} delivery ${MONEY} total ${MONEY} units`,
  }),
  graphOperation({
    id: "refuseLines",
    method: "POST",
    path: "/orders/:id/refusals",
    params: { id: "sellerOrderId" },
    scope: "orders:write",
    summary: "Refuses units, or cancels them after accepting: the shopper is paid back",
    field: "Mutation.refuseSellerOrderLines",
    select: `${ORDER} redress { ${REDRESS} }`,
  }),
  graphOperation({
    id: "shipParcel",
    method: "POST",
    path: "/orders/:id/ship",
    params: { id: "sellerOrderId" },
    whole: "parcel",
    scope: "orders:write",
    summary: "Announces a parcel with its tracking number; an order may leave in several",
    field: "Mutation.shipParcel",
    select: ORDER,
  }),
  graphOperation({
    id: "deliverParcel",
    method: "POST",
    path: "/orders/:id/parcels/:parcelId/delivered",
    params: { id: "sellerOrderId" },
    scope: "orders:write",
    summary: "The carrier says that the parcel arrived",
    field: "Mutation.markParcelDelivered",
    select: ORDER,
  }),
  messageFile,
]
