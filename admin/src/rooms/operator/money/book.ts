import { graphql, type ResultOf } from "../../../api/graphql"

export const AccountsQuery = graphql(`
  query BookAccounts($from: String, $to: String) {
    bookAccounts(from: $from, to: $to) {
      account
      entries
      amount {
        micros
        currency
      }
    }
    bookTaxes(from: $from, to: $to) {
      taxCode
      amount {
        micros
        currency
      }
    }
  }
`)

export const EntriesQuery = graphql(`
  query BookEntries($filter: BookFilter, $page: Int, $locale: Locale) {
    bookEntries(filter: $filter, page: $page) {
      total
      page
      pageSize
      items {
        id
        journalId
        businessKey
        at
        account
        party
        partyName
        kind
        description(locale: $locale)
        orderNumber
        taxCode
        amount {
          micros
          currency
        }
      }
    }
  }
`)

export const JournalQuery = graphql(`
  query Journal($id: ID!, $locale: Locale) {
    journal(id: $id) {
      id
      businessKey
      documentType
      documentId
      orderNumber
      at
      postedAt
      entries {
        id
        account
        party
        partyName
        kind
        description(locale: $locale)
        taxCode
        amount {
          micros
          currency
        }
      }
    }
  }
`)

export const BookCsvQuery = graphql(`
  query BookCsv($filter: BookFilter, $locale: Locale) {
    bookCsv(filter: $filter, locale: $locale)
  }
`)

export const ACCOUNTS = [
  "seller_payable",
  "seller_reserve",
  "payout_clearing",
  "retailer_revenue",
  "commission_revenue",
  "fee_revenue",
  "tax",
  "provider_clearing",
  "shopper_refunds",
  "store_credit",
  "unit_result",
  "advertising_wallet",
  "advertising_revenue",
] as const

export type BookEntry = ResultOf<typeof EntriesQuery>["bookEntries"]["items"][number]
