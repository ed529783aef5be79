import type { ResultOf } from "../../api/graphql"
import { graphql } from "../../api/graphql"
import { EventFields } from "../../orders/Timeline"

const SellerOrderFields = graphql(
  `
    fragment SellerOrderFields on SellerOrder @_unmask {
      id
      orderNumber
      placedAt
      state
      customerName
      shippingAddress
      deliveryName
      promisedBy
      acceptBy
      late
      actions
      unread
      refundedTotal {
        amount
        currency
      }
      events {
        ...EventFields
      }
      disputes {
        id
        number
        state
        dueAt
      }
      deliveryPrice {
        amount
        currency
      }
      itemsTotal {
        amount
        currency
      }
      commissionTotal {
        amount
        currency
      }
      netTotal {
        amount
        currency
      }
      lines {
        id
        title
        variantTitle
        sku
        image
        quantity
        gone
        shipped
        returned
        unitPrice {
          amount
          currency
        }
        total {
          amount
          currency
        }
      }
      parcels {
        id
        carrier
        trackingNumber
        trackingUrl
        shippedAt
        deliveredAt
        lines {
          lineId
          title
          quantity
        }
      }
    }
  `,
  [EventFields],
)

export const OrdersQuery = graphql(`
  query SellerOrders(
    $page: Int
    $pageSize: Int
    $search: String
    $state: SellerOrderState
    $late: Boolean
    $unread: Boolean
    $from: DateTime
  ) {
    sellerOrders(
      page: $page
      pageSize: $pageSize
      search: $search
      state: $state
      late: $late
      unread: $unread
      from: $from
    ) {
      total
      page
      pageSize
      items {
        id
        orderNumber
        placedAt
        state
        customerName
        promisedBy
        acceptBy
        late
        itemsTotal {
          amount
          currency
        }
        netTotal {
          amount
          currency
        }
        lines {
          quantity
          gone
        }
      }
    }
  }
`)

export const AcceptManyMutation = graphql(`
  mutation AcceptSellerOrders($ids: [ID!]!) {
    acceptSellerOrders(ids: $ids) {
      id
    }
  }
`)

export const RefuseMutation = graphql(`
  mutation RefuseLines($id: ID!, $key: String!, $lines: [UnitsInput!]!, $reason: RefusalReason!, $note: String!) {
    refuseSellerOrderLines(sellerOrderId: $id, key: $key, lines: $lines, reason: $reason, note: $note) {
      id
    }
  }
`)

export const OrderQuery = graphql(
  `
    query SellerOrder($id: ID!) {
      sellerOrder(id: $id) {
        ...SellerOrderFields
      }
    }
  `,
  [SellerOrderFields],
)

export const AcceptMutation = graphql(`
  mutation AcceptSellerOrder($id: ID!) {
    acceptSellerOrder(id: $id) {
      id
    }
  }
`)

export const ShipMutation = graphql(`
  mutation ShipParcels($sellerOrderId: ID!, $parcels: [ParcelInput!]!) {
    shipParcels(sellerOrderId: $sellerOrderId, parcels: $parcels) {
      id
    }
  }
`)

export const DeliveredMutation = graphql(`
  mutation MarkParcelDelivered($sellerOrderId: ID!, $parcelId: ID!) {
    markParcelDelivered(sellerOrderId: $sellerOrderId, parcelId: $parcelId) {
      id
    }
  }
`)

export type SellerOrder = NonNullable<ResultOf<typeof OrderQuery>["sellerOrder"]>
export type SellerOrderState = SellerOrder["state"]
export type SellerOrderRow = ResultOf<typeof OrdersQuery>["sellerOrders"]["items"][number]

/** Units of a line that nobody refused or cancelled and that no parcel holds. */
export const waitingOf = (line: { quantity: number; gone: number; shipped: number }): number =>
  Math.max(0, line.quantity - line.gone - line.shipped)
