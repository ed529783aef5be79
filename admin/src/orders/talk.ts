import type { ResultOf } from "../api/graphql"
import { graphql } from "../api/graphql"

export const MessageFields = graphql(`
  fragment MessageFields on OrderMessage @_unmask {
    id
    side
    body
    masked
    at
    files {
      id
      name
      mime
      size
    }
  }
`)

export const SellerThreadQuery = graphql(
  `
    query SellerThread($id: ID!) {
      thread: sellerThread(sellerOrderId: $id) {
        unread
        messages {
          ...MessageFields
        }
      }
    }
  `,
  [MessageFields],
)

export const OperatorThreadQuery = graphql(
  `
    query OperatorThread($id: ID!) {
      thread: operatorThread(sellerOrderId: $id) {
        unread
        messages {
          ...MessageFields
        }
      }
    }
  `,
  [MessageFields],
)

export const WriteAsSeller = graphql(`
  mutation WriteAsSeller($id: ID!, $message: MessageInput!) {
    thread: writeAsSeller(sellerOrderId: $id, message: $message) {
      unread
    }
  }
`)

export const WriteAsOperator = graphql(`
  mutation WriteAsOperator($id: ID!, $message: MessageInput!) {
    thread: writeAsOperator(sellerOrderId: $id, message: $message) {
      unread
    }
  }
`)

export const SellerReads = graphql(`
  mutation SellerReads($id: ID!) {
    thread: sellerReadThread(sellerOrderId: $id) {
      unread
    }
  }
`)

export const OperatorReads = graphql(`
  mutation OperatorReads($id: ID!) {
    thread: operatorReadThread(sellerOrderId: $id) {
      unread
    }
  }
`)

export const SellerFileQuery = graphql(`
  query SellerMessageFile($id: ID!, $file: ID!) {
    file: sellerMessageFile(sellerOrderId: $id, fileId: $file) {
      name
      mime
      data
    }
  }
`)

export const OperatorFileQuery = graphql(`
  query OperatorMessageFile($id: ID!, $file: ID!) {
    file: operatorMessageFile(sellerOrderId: $id, fileId: $file) {
      name
      mime
      data
    }
  }
`)

export type Message = ResultOf<typeof SellerThreadQuery>["thread"]["messages"][number]
export type TalkRoom = "SELLER" | "OPERATOR"
