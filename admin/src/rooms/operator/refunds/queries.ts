import { graphql } from "../../../api/graphql"

export const OwedRefundsQuery = graphql(`
  query OwedRefunds($page: Int, $pageSize: Int, $search: String, $state: RefundClockState) {
    owedRefunds(page: $page, pageSize: $pageSize, search: $search, state: $state) {
      total
      page
      pageSize
      items {
        key
        kind
        state
        orderId
        orderNumber
        email
        estimated
        startedAt
        dueAt
        daysLeft
        daysLate
        surchargeBps
        refundedAt
        bearer
        bearerReason
        interestPaidAt
        interestReference
        withdrawalId
        owed {
          amount
          currency
        }
        interest {
          amount
          currency
        }
      }
    }
  }
`)

export const RefundFiguresQuery = graphql(`
  query RefundFigures {
    refundClockCounts {
      state
      count
      owed {
        amount
        currency
      }
      interest {
        amount
        currency
      }
    }
    refundsDueByDay(days: 15) {
      day
      count
      owed {
        amount
        currency
      }
    }
  }
`)

export const LegalRatesQuery = graphql(`
  query LegalRates {
    legalRates {
      current
      currentKnown
      rates {
        from
        bps
        source
      }
    }
  }
`)

export const SaveRateMutation = graphql(`
  mutation SaveLegalRate($from: String!, $bps: Int!, $source: String!) {
    saveLegalRate(from: $from, bps: $bps, source: $source) {
      current
    }
  }
`)

export const LateInterestQuery = graphql(`
  query LateInterest($amount: Int!, $currency: String!, $dueOn: String!, $paidOn: String!) {
    lateInterest(amount: $amount, currency: $currency, dueOn: $dueOn, paidOn: $paidOn) {
      daysLate
      surchargeBps
      capped
      interest {
        amount
        currency
      }
      steps {
        throughDays
        surchargeBps
        interest {
          amount
          currency
        }
      }
    }
  }
`)

export const DecideFaultMutation = graphql(`
  mutation DecideRefundFault($key: ID!, $bearer: DelayBearer!, $reason: String!) {
    decideRefundFault(key: $key, bearer: $bearer, reason: $reason) {
      key
    }
  }
`)

export const PayInterestMutation = graphql(`
  mutation PayLateInterest($key: ID!, $reference: String!) {
    payLateInterest(key: $key, reference: $reference) {
      key
    }
  }
`)

export const DispatchProofMutation = graphql(`
  mutation RecordDispatchProof($withdrawalId: ID!, $provedAt: DateTime!, $reference: String!) {
    recordDispatchProof(withdrawalId: $withdrawalId, provedAt: $provedAt, reference: $reference)
  }
`)

export const CLOCK_STATES = ["LATE", "DUE_SOON", "RUNNING", "WAITING_FOR_GOODS", "INTEREST_DUE", "PAID_LATE"] as const
export type ClockState = (typeof CLOCK_STATES)[number]
