import { graphql } from "../../../api/graphql"
import { EntryParts, PayoutParts } from "../../../payouts/documents"

export const OverviewQuery = graphql(`
  query SellerPayoutOverview {
    sellerPayoutOverview {
      nextPayday
      blocks
      pausedReason
      balances {
        currency
        balance {
          amount
          currency
        }
        available {
          amount
          currency
        }
        onHold {
          amount
          currency
        }
        claimed {
          amount
          currency
        }
        inTransit {
          amount
          currency
        }
        reserve {
          amount
          currency
        }
      }
      terms {
        minimum
        holdDays
        reserveTarget
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
`)

export const HoldsQuery = graphql(`
  query SellerPayoutHolds($page: Int) {
    sellerPayoutHolds(page: $page, pageSize: 10) {
      total
      page
      pageSize
      items {
        orderNumber
        sellerOrderId
        reason
        until
        amount {
          amount
          currency
        }
      }
    }
  }
`)

export const PayoutsQuery = graphql(
  `
    query SellerPayouts($page: Int, $state: PayoutState) {
      sellerPayouts(page: $page, state: $state) {
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
    query SellerPayoutEntries($payoutId: ID!, $page: Int, $locale: Locale) {
      sellerPayoutEntries(payoutId: $payoutId, page: $page, pageSize: 25, locale: $locale) {
        ...EntryParts
      }
    }
  `,
  [EntryParts],
)

export const RegisterMutation = graphql(`
  mutation RegisterPayoutAccount($iban: String!) {
    registerPayoutAccount(iban: $iban) {
      state
    }
  }
`)

export const OnboardingMutation = graphql(`
  mutation PayoutOnboarding {
    payoutOnboardingLink
  }
`)

export const RefreshMutation = graphql(`
  mutation RefreshPayoutAccount {
    refreshPayoutAccount {
      state
    }
  }
`)
