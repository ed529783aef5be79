import { graphql, type ResultOf } from "../api/graphql"

export const SimulateQuery = graphql(`
  query SimulateSale($input: SimulatedSaleInput!) {
    simulateSale(input: $input) {
      ruleName
      productTitle
      rateBps
      commissionVatBps
      vatTreatment
      vatMode
      gross {
        amount
        currency
      }
      base {
        amount
        currency
      }
      fixed {
        amount
        currency
      }
      commission {
        amount
        currency
      }
      commissionVat {
        amount
        currency
      }
      withheldVat {
        amount
        currency
      }
      net {
        amount
        currency
      }
      tried {
        id
        name
        position
        rateBps
        matches
        misses
        fixed {
          amount
          currency
        }
      }
    }
  }
`)

export type Simulation = ResultOf<typeof SimulateQuery>["simulateSale"]
