import { graphql } from "../api/graphql"

export const CarriersQuery = graphql(`
  query Carriers {
    carriers {
      name
    }
  }
`)
