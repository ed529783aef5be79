import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"

export const ChecksQuery = graphql(`
  query RandomChecks($page: Int, $search: String, $waiting: Boolean, $outcome: CheckOutcome, $locale: Locale!) {
    randomChecks(page: $page, search: $search, waiting: $waiting, outcome: $outcome) {
      total
      page
      pageSize
      items {
        id
        week
        drawnAt
        productId
        handle
        title(locale: $locale)
        brand
        image
        gtins
        safety {
          manufacturer
          manufacturerContact
          manufacturerCountry
          euResponsible
          warnings
        }
        sellerId
        sellerName
        outcome
        finding
        checkedAt
        mendedAt
        takedownNumber
      }
    }
  }
`)
export type Check = ResultOf<typeof ChecksQuery>["randomChecks"]["items"][number]

export const CheckPlanQuery = graphql(`
  query CheckPlan {
    checkPlan {
      perWeek
      rounds {
        week
        at
        seed
        rate
        offers
        traders
        drawn
        open
        wrong
        illegal
      }
    }
  }
`)
export type Round = ResultOf<typeof CheckPlanQuery>["checkPlan"]["rounds"][number]

export const SetRateMutation = graphql(`
  mutation SetCheckRate($perWeek: Int!) {
    setCheckRate(perWeek: $perWeek) {
      perWeek
    }
  }
`)

export const RecordCheckMutation = graphql(`
  mutation RecordCheck($id: ID!, $outcome: CheckOutcome!, $finding: String, $goods: UnlawfulGoodsInput) {
    recordCheck(id: $id, outcome: $outcome, finding: $finding, goods: $goods) {
      id
    }
  }
`)

export const TakedownsQuery = graphql(`
  query Takedowns($page: Int, $search: String, $open: Boolean, $locale: Locale!) {
    takedowns(page: $page, search: $search, open: $open) {
      total
      page
      pageSize
      items {
        id
        number
        kind
        productId
        title(locale: $locale)
        brand
        sellerId
        sellerName
        reason
        redress
        at
        liftedAt
        liftedReason
        told
        unreachable
        isPublic
      }
    }
  }
`)
export type Takedown = ResultOf<typeof TakedownsQuery>["takedowns"]["items"][number]

export const BuyersQuery = graphql(`
  query TakedownBuyers($takedownId: ID!, $page: Int) {
    takedownBuyers(takedownId: $takedownId, page: $page) {
      total
      page
      pageSize
      items {
        orderId
        orderNumber
        placedAt
        state
      }
    }
  }
`)

export const TakeDownMutation = graphql(`
  mutation TakeDownProduct($input: TakedownInput!) {
    takeDownProduct(input: $input) {
      id
    }
  }
`)

export const LiftMutation = graphql(`
  mutation LiftTakedown($id: ID!, $reason: String!) {
    liftTakedown(id: $id, reason: $reason) {
      id
    }
  }
`)
