import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"

export const TrailQuery = graphql(`
  query Trail(
    $order: String
    $seller: String
    $actor: String
    $action: String
    $from: DateTime
    $to: DateTime
    $page: Int
  ) {
    auditTrail(
      order: $order
      seller: $seller
      actor: $actor
      action: $action
      from: $from
      to: $to
      page: $page
      pageSize: 50
    ) {
      total
      page
      pageSize
      items {
        id
        source
        at
        actorType
        actorId
        actorName
        action
        subjectType
        subjectId
        subjectName
        orderId
        orderNumber
        sellerId
        sellerName
        details
        sealFits
      }
    }
  }
`)

export const CheckTrailQuery = graphql(`
  query CheckTrail {
    checkTrail {
      sealed
      intact
      findings {
        subject
        detail
      }
    }
  }
`)

export type TrailEntry = ResultOf<typeof TrailQuery>["auditTrail"]["items"][number]

/** A day of the filter as the instants between which it lies; the end is left out. */
export const dayStart = (day: string): string | null => (/^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T00:00:00Z` : null)
export const dayEnd = (day: string): string | null => {
  const start = dayStart(day)
  return start && new Date(Date.parse(start) + 86_400_000).toISOString()
}
