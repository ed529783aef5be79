import type { ResultOf } from "../api/graphql"
import { graphql } from "../api/graphql"

const Head = graphql(`
  fragment DocumentHead on Document @_unmask {
    id
    number
    kind
    sellerId
    sellerName
    issueDay
    periodFrom
    periodTo
    gross {
      amount
      currency
    }
    corrects {
      id
      number
    }
  }
`)

export type DocumentHead = ResultOf<typeof Head>

export const SellerDocumentsQuery = graphql(
  `
    query SellerDocuments($filter: DocumentFilter, $page: Int, $pageSize: Int) {
      list: sellerDocuments(filter: $filter, page: $page, pageSize: $pageSize) {
        total
        page
        pageSize
        items {
          ...DocumentHead
        }
      }
    }
  `,
  [Head],
)

export const DocumentsQuery = graphql(
  `
    query Documents($filter: DocumentFilter, $page: Int, $pageSize: Int) {
      list: documents(filter: $filter, page: $page, pageSize: $pageSize) {
        total
        page
        pageSize
        items {
          ...DocumentHead
        }
      }
    }
  `,
  [Head],
)

const Whole = graphql(
  `
    fragment WholeDocument on Document @_unmask {
      ...DocumentHead
      net {
        amount
        currency
      }
      vat {
        amount
        currency
      }
      opening {
        amount
        currency
      }
      reason
      hash
      entryCount
      creditNotes {
        id
        number
        gross {
          amount
          currency
        }
      }
      lines {
        label(locale: $locale)
        count
        category
        rateBps
        net {
          amount
          currency
        }
      }
      vatBreakdown {
        category
        rateBps
        vat {
          amount
          currency
        }
      }
      movements {
        kind
        count
        amount {
          amount
          currency
        }
      }
      rows(page: $page, pageSize: 10, locale: $locale) {
        day
        kind
        description
        orderNumber
        amount {
          amount
          currency
        }
      }
    }
  `,
  [Head],
)

export type WholeDocument = ResultOf<typeof Whole>

export const SellerDocumentQuery = graphql(
  `
    query SellerDocument($id: ID!, $page: Int!, $locale: Locale!) {
      document: sellerDocument(id: $id) {
        ...WholeDocument
      }
    }
  `,
  [Whole],
)

export const DocumentQuery = graphql(
  `
    query Document($id: ID!, $page: Int!, $locale: Locale!) {
      document(id: $id) {
        ...WholeDocument
      }
    }
  `,
  [Whole],
)
