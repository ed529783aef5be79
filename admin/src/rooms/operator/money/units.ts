import { graphql, type ResultOf } from "../../../api/graphql"

export const UnitsQuery = graphql(`
  query Units($month: String) {
    units {
      unitId
      name
      postalPrefixes
      catchmentBps
      pickupBps
    }
    unitShares(month: $month) {
      unitId
      name
      kind
      rateBps
      base {
        amount
        currency
      }
      amount {
        amount
        currency
      }
    }
  }
`)

export const SaveUnitMutation = graphql(`
  mutation SaveUnitTerms($input: UnitTermsInput!) {
    saveUnitTerms(input: $input) {
      unitId
    }
  }
`)

export type Unit = ResultOf<typeof UnitsQuery>["units"][number]
