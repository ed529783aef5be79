import { graphql, type ResultOf } from "../../../api/graphql"

export const PlansQuery = graphql(`
  query Plans {
    plans {
      id
      name
      freeFrom
      freeUntil
      active
      sellers
      monthlyPrice {
        amount
        currency
      }
    }
    feeSettings {
      handlingFee {
        amount
        currency
      }
    }
  }
`)

export const CreatePlanMutation = graphql(`
  mutation CreatePlan($input: PlanInput!) {
    createPlan(input: $input) {
      id
    }
  }
`)

export const UpdatePlanMutation = graphql(`
  mutation UpdatePlan($id: ID!, $input: PlanInput!) {
    updatePlan(id: $id, input: $input) {
      id
    }
  }
`)

export const PlanHistoryQuery = graphql(`
  query PlanHistory($sellerId: ID!) {
    planHistory(sellerId: $sellerId) {
      id
      planName
      from
      until
      freeFrom
      freeUntil
      monthlyPrice {
        amount
        currency
      }
    }
  }
`)

export const SetPlanMutation = graphql(`
  mutation SetSellerPlan($sellerId: ID!, $planId: ID, $from: String, $freeFrom: String, $freeUntil: String) {
    setSellerPlan(sellerId: $sellerId, planId: $planId, from: $from, freeFrom: $freeFrom, freeUntil: $freeUntil) {
      id
    }
  }
`)

export const HandlingFeeMutation = graphql(`
  mutation SetHandlingFee($amount: SafeInt!) {
    setHandlingFee(amount: $amount) {
      handlingFee {
        amount
      }
    }
  }
`)

export type Plan = ResultOf<typeof PlansQuery>["plans"][number]
export type PlanTime = ResultOf<typeof PlanHistoryQuery>["planHistory"][number]
