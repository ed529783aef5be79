import type { ResultOf } from "../../api/graphql"
import { graphql } from "../../api/graphql"

export const SellersQuery = graphql(`
  query Sellers($page: Int, $search: String, $state: SellerState) {
    sellers(page: $page, search: $search, state: $state) {
      total
      page
      pageSize
      items {
        id
        handle
        name
        state
        stateReason
        memberEmail
        acceptsShopReturns
        missing
        appliedAt
        offerCount
        trader {
          name
          legalName
          address
          countryCode
          email
          phone
          registrationNumber
          vatNumber
          selfCertified
        }
      }
    }
  }
`)

export const ApproveMutation = graphql(`
  mutation ApproveSeller($id: ID!) {
    approveSeller(id: $id) {
      id
    }
  }
`)

export const RejectMutation = graphql(`
  mutation RejectSeller($id: ID!, $reason: String!) {
    rejectSeller(id: $id, reason: $reason) {
      id
    }
  }
`)

export const SuspendMutation = graphql(`
  mutation SuspendSeller($id: ID!, $reason: String!) {
    suspendSeller(id: $id, reason: $reason) {
      id
    }
  }
`)

export type Seller = ResultOf<typeof SellersQuery>["sellers"]["items"][number]
export type SellerState = Seller["state"]
