import { graphql, type ResultOf } from "./graphql"

/** Who sells, in full (DSA art. 30). */
export const TraderFragment = graphql(`
  fragment TraderBlock on Trader @_unmask {
    sellerId
    handle
    name
    legalName
    address
    countryCode
    email
    phone
    registrationNumber
    vatNumber
    isRetailer
    selfCertified
    closure {
      from
      until
      now
    }
  }
`)

export type Trader = ResultOf<typeof TraderFragment>

export const MoneyFragment = graphql(`
  fragment Amount on Money @_unmask {
    amount
    currency
  }
`)
