import type { ResultOf } from "../../api/graphql"
import { graphql } from "../../api/graphql"

export const RulesQuery = graphql(`
  query CommissionRules($locale: Locale) {
    commissionRules {
      id
      position
      name
      categoryHandle
      sellerId
      sellerName
      brand
      productId
      productTitle(locale: $locale)
      condition
      channel
      effectiveFrom
      effectiveUntil
      baseVat
      baseShipping
      vatMode
      inForce
      rateBps
      active
      minimum {
        amount
        currency
      }
      maximum {
        amount
        currency
      }
      minPrice {
        amount
        currency
      }
      fixed {
        amount
        currency
      }
    }
  }
`)

export const CreateRuleMutation = graphql(`
  mutation CreateCommissionRule($input: CommissionRuleInput!) {
    createCommissionRule(input: $input) {
      id
    }
  }
`)

export const UpdateRuleMutation = graphql(`
  mutation UpdateCommissionRule($id: ID!, $input: CommissionRuleInput!) {
    updateCommissionRule(id: $id, input: $input) {
      id
    }
  }
`)

export const MoveRuleMutation = graphql(`
  mutation MoveCommissionRule($id: ID!, $position: Int!) {
    moveCommissionRule(id: $id, position: $position) {
      id
    }
  }
`)

export const DeleteRuleMutation = graphql(`
  mutation DeleteCommissionRule($id: ID!) {
    deleteCommissionRule(id: $id)
  }
`)

export const RuleChangesQuery = graphql(`
  query RuleChanges($page: Int) {
    commissionRuleChanges(page: $page) {
      total
      page
      pageSize
      items {
        id
        ruleName
        action
        actor
        at
        fields
      }
    }
  }
`)

export const CategoriesQuery = graphql(`
  query Categories($locale: Locale) {
    categories(locale: $locale) {
      handle
      name
      children {
        handle
        name
        children {
          handle
          name
        }
      }
    }
  }
`)

export const SellerNamesQuery = graphql(`
  query SellerNames {
    sellers(page: 1, pageSize: 100) {
      items {
        id
        name
      }
    }
  }
`)

export type Rule = ResultOf<typeof RulesQuery>["commissionRules"][number]
