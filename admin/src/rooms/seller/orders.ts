import type { ResultOf } from "../../api/graphql"
import { graphql } from "../../api/graphql"

const SellerOrderFields = graphql(`
  fragment SellerOrderFields on SellerOrder @_unmask {
    id
    orderNumber
    placedAt
    state
    customerName
    shippingAddress
    deliveryName
    promisedBy
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
      shippedAt
      deliveredAt
      lines {
        lineId
        title
        quantity
      }
    }
  }
`)

export const OrdersQuery = graphql(`
  query SellerOrders($page: Int, $search: String, $state: SellerOrderState) {
    sellerOrders(page: $page, search: $search, state: $state) {
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
        }
      }
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
  mutation ShipParcel($sellerOrderId: ID!, $parcel: ParcelInput!) {
    shipParcel(sellerOrderId: $sellerOrderId, parcel: $parcel) {
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
