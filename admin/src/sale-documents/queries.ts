import type { ResultOf } from "../api/graphql"
import { graphql } from "../api/graphql"

const Head = graphql(`
  fragment SaleDocumentHead on SaleDocument @_unmask {
    id
    number
    kind
    orderId
    orderNumber
    sellerOrderId
    traderName
    issuerName
    customerName
    issueDay
    corrects
    gross {
      amount
      currency
    }
  }
`)

export type SaleDocumentHead = ResultOf<typeof Head>

export const SellerSaleDocumentsQuery = graphql(
  `
    query SellerSaleDocuments($filter: SaleDocumentFilter, $page: Int, $pageSize: Int) {
      list: sellerSaleDocuments(filter: $filter, page: $page, pageSize: $pageSize) {
        total
        page
        pageSize
        items {
          ...SaleDocumentHead
        }
      }
    }
  `,
  [Head],
)

export const SaleDocumentsQuery = graphql(
  `
    query SaleDocuments($filter: SaleDocumentFilter, $page: Int, $pageSize: Int) {
      list: saleDocuments(filter: $filter, page: $page, pageSize: $pageSize) {
        total
        page
        pageSize
        items {
          ...SaleDocumentHead
        }
      }
    }
  `,
  [Head],
)

const Whole = graphql(
  `
    fragment WholeSaleDocument on SaleDocument @_unmask {
      ...SaleDocumentHead
      hash
      net {
        amount
        currency
      }
      vatBreakdown {
        category
        rateBps
        vat {
          amount
          currency
        }
      }
      lines {
        label(locale: $locale)
        count
        gross {
          amount
          currency
        }
      }
    }
  `,
  [Head],
)

export type WholeSaleDocument = ResultOf<typeof Whole>

export const SellerSaleDocumentQuery = graphql(
  `
    query SellerSaleDocument($id: ID!, $locale: Locale!) {
      document: sellerSaleDocument(id: $id) {
        ...WholeSaleDocument
      }
    }
  `,
  [Whole],
)

export const SaleDocumentQuery = graphql(
  `
    query SaleDocument($id: ID!, $locale: Locale!) {
      document: saleDocument(id: $id) {
        ...WholeSaleDocument
      }
    }
  `,
  [Whole],
)
