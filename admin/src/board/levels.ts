import type { ResultOf } from "../api/graphql"
import { graphql } from "../api/graphql"

export const LevelFields = graphql(`
  fragment LevelFields on ServiceLevelFigure @_unmask {
    level
    value
    count
    of
    warn
    suspend
    standing
  }
`)

export const SellerLevelsQuery = graphql(
  `
    query SellerServiceLevels($days: Int!) {
      sellerServiceLevels {
        from
        until
        orders
        standing
        figures {
          ...LevelFields
        }
      }
      sellerServiceLevelHistory(days: $days) {
        day
        figures {
          ...LevelFields
        }
      }
    }
  `,
  [LevelFields],
)

export const AllLevelsQuery = graphql(
  `
    query OperatorServiceLevels($page: Int!, $standing: ServiceStanding) {
      operatorServiceLevels(page: $page, standing: $standing) {
        total
        page
        pageSize
        items {
          sellerId
          sellerName
          day
          standing
          orders
          figures {
            ...LevelFields
          }
        }
      }
    }
  `,
  [LevelFields],
)

export type LevelFigure = ResultOf<typeof LevelFields>
export type LevelName = LevelFigure["level"]
export type Standing = LevelFigure["standing"]

export const STANDINGS: readonly Standing[] = ["GOOD", "WARNED", "SUSPENDABLE"]

/** Of acceptance more is better; of everything else less. */
export const isFloor = (level: LevelName): boolean => level === "acceptance"
