import type { ResultOf } from "../api/graphql"
import { graphql } from "../api/graphql"
import { MessageFields } from "./talk"

export const DisputeFields = graphql(
  `
    fragment DisputeFields on Dispute @_unmask {
      id
      number
      sellerOrderId
      orderId
      orderNumber
      traderName
      customerName
      openedBy
      reason
      state
      decision
      statement
      openedAt
      dueAt
      endedAt
      overdue
      lineTitles
      moves
      claimed {
        amount
        currency
      }
      offered {
        amount
        currency
      }
      refunded {
        amount
        currency
      }
      most {
        amount
        currency
      }
      evidence {
        ...MessageFields
      }
    }
  `,
  [MessageFields],
)

const ROW = graphql(`
  fragment DisputeRow on Dispute @_unmask {
    id
    number
    orderNumber
    traderName
    customerName
    reason
    state
    dueAt
    overdue
    claimed {
      amount
      currency
    }
  }
`)

export const SellerDisputesQuery = graphql(
  `
    query SellerDisputes($page: Int, $search: String, $state: DisputeState, $open: Boolean) {
      disputes: sellerDisputes(page: $page, search: $search, state: $state, open: $open) {
        total
        page
        pageSize
        items {
          ...DisputeRow
        }
      }
    }
  `,
  [ROW],
)

export const OperatorDisputesQuery = graphql(
  `
    query OperatorDisputes($page: Int, $search: String, $state: DisputeState, $open: Boolean) {
      disputes: operatorDisputes(page: $page, search: $search, state: $state, open: $open) {
        total
        page
        pageSize
        items {
          ...DisputeRow
        }
      }
    }
  `,
  [ROW],
)

export const SellerDisputeQuery = graphql(
  `
    query SellerDispute($id: ID!) {
      dispute: sellerDispute(id: $id) {
        ...DisputeFields
      }
    }
  `,
  [DisputeFields],
)

export const OperatorDisputeQuery = graphql(
  `
    query OperatorDispute($id: ID!) {
      dispute: operatorDispute(id: $id) {
        ...DisputeFields
      }
    }
  `,
  [DisputeFields],
)

export const OpenMutation = graphql(`
  mutation OpenDispute($id: ID!, $dispute: DisputeInput!) {
    openDisputeAsSeller(sellerOrderId: $id, dispute: $dispute) {
      id
    }
  }
`)

export const AnswerMutation = graphql(`
  mutation AnswerDispute($id: ID!, $answer: DisputeAnswerInput!) {
    answered: answerDisputeAsSeller(id: $id, answer: $answer) {
      id
    }
  }
`)

export const OperatorAnswerMutation = graphql(`
  mutation AnswerDisputeAsOperator($id: ID!, $answer: DisputeAnswerInput!) {
    answered: answerDisputeAsOperator(id: $id, answer: $answer) {
      id
    }
  }
`)

export const MoveMutation = graphql(`
  mutation MoveDispute($id: ID!, $move: DisputeMove!) {
    moveDisputeAsSeller(id: $id, move: $move) {
      id
    }
  }
`)

export const DecideMutation = graphql(`
  mutation DecideDispute($id: ID!, $decision: DisputeDecision!, $amount: SafeInt, $statement: String!) {
    decideDispute(id: $id, decision: $decision, amount: $amount, statement: $statement) {
      id
    }
  }
`)

export type Dispute = NonNullable<ResultOf<typeof SellerDisputeQuery>["dispute"]>
export type DisputeState = Dispute["state"]
