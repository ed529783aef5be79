import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"
import { EntryParts, PayoutParts } from "../../../payouts/documents"

export const TodoQuery = graphql(`
  query PayoutTodo {
    payoutTodo {
      toPay
      unresolved
      returned
      accountsToVerify
      provider
      toPayTotals {
        amount
        currency
      }
    }
  }
`)

export const PayoutsQuery = graphql(
  `
    query OperatorPayouts($page: Int, $pageSize: Int, $search: String, $state: PayoutState) {
      payouts(page: $page, pageSize: $pageSize, search: $search, state: $state) {
        total
        page
        pageSize
        items {
          ...PayoutParts
        }
      }
    }
  `,
  [PayoutParts],
)

export const EntriesQuery = graphql(
  `
    query OperatorPayoutEntries($payoutId: ID!, $page: Int, $locale: Locale) {
      payoutEntries(payoutId: $payoutId, page: $page, pageSize: 25, locale: $locale) {
        ...EntryParts
      }
    }
  `,
  [EntryParts],
)

export const RunsQuery = graphql(`
  query PayoutRuns($page: Int) {
    now
    payoutRuns(page: $page, pageSize: 5) {
      total
      page
      pageSize
      items {
        id
        kind
        day
        running
        sellerName
        sellersTotal
        sellersDone
        payouts
        carried
        blocked
        startedAt
      }
    }
  }
`)

export type RunRow = ResultOf<typeof RunsQuery>["payoutRuns"]["items"][number]

export const NotesQuery = graphql(`
  query PayoutRunNotes($runId: ID!, $page: Int) {
    payoutRunNotes(runId: $runId, page: $page) {
      total
      page
      pageSize
      items {
        sellerId
        sellerName
        outcome
        reasons
        amount {
          amount
          currency
        }
      }
    }
  }
`)

export const StartRunMutation = graphql(`
  mutation StartPayoutRun($key: String!) {
    startPayoutRun(key: $key) {
      id
    }
  }
`)

export const MarkPaidMutation = graphql(`
  mutation MarkPayoutsPaid($ids: [ID!]!, $reference: String!) {
    markPayoutsPaid(ids: $ids, reference: $reference)
  }
`)

export const MarkFailedMutation = graphql(`
  mutation MarkPayoutFailed($id: ID!, $reason: String!) {
    markPayoutFailed(id: $id, reason: $reason) {
      id
    }
  }
`)

export const LookUpMutation = graphql(`
  mutation LookUpPayout($id: ID!) {
    lookUpPayout(id: $id) {
      id
    }
  }
`)

export const TermsQuery = graphql(`
  query PayoutTerms {
    payoutTerms {
      minimum
      holdDays
      presumeDays
      reserveTarget
      chargebackBearer
      currencies {
        currency
        minimum
        reserveTarget
      }
      schedule {
        kind
        weekday
        monthDay
      }
    }
  }
`)

export type TermsShape = ResultOf<typeof TermsQuery>["payoutTerms"]

export const SaveTermsMutation = graphql(`
  mutation SavePayoutTerms($input: PayoutTermsInput!) {
    savePayoutTerms(input: $input) {
      minimum
    }
  }
`)

export const AccountsQuery = graphql(`
  query PayoutAccounts($page: Int, $search: String, $state: PayoutAccountState) {
    payoutAccounts(page: $page, search: $search, state: $state) {
      total
      page
      pageSize
      items {
        sellerId
        sellerName
        minimum
        holdDays
        reserveTarget
        currencies {
          currency
          minimum
          reserveTarget
        }
        pausedReason
        schedule {
          kind
          weekday
          monthDay
        }
        account {
          state
          provider
          last4
          country
          requirements
          reason
          onboarding
        }
      }
    }
  }
`)

export type SellerAccount = ResultOf<typeof AccountsQuery>["payoutAccounts"]["items"][number]

export const SaveSellerTermsMutation = graphql(`
  mutation SaveSellerPayoutTerms($sellerId: ID!, $input: SellerPayoutTermsInput!) {
    saveSellerPayoutTerms(sellerId: $sellerId, input: $input) {
      sellerId
    }
  }
`)

export const VerifyMutation = graphql(`
  mutation VerifyPayoutAccount($sellerId: ID!, $accepted: Boolean!, $reason: String) {
    verifyPayoutAccount(sellerId: $sellerId, accepted: $accepted, reason: $reason) {
      sellerId
    }
  }
`)

export const ReconciliationsQuery = graphql(`
  query Reconciliations($page: Int) {
    reconciliations(page: $page, pageSize: 10) {
      total
      page
      pageSize
      items {
        id
        at
        provider
        from
        to
        examined
        differences {
          problem
          payoutId
          reference
          book {
            amount
            currency
          }
          provider {
            amount
            currency
          }
        }
      }
    }
  }
`)

export const ReconcileMutation = graphql(`
  mutation Reconcile($from: DateTime!, $to: DateTime!) {
    reconcilePayouts(from: $from, to: $to) {
      id
    }
  }
`)
