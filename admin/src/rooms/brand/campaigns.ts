import type { ResultOf } from "../../api/graphql"
import { graphql } from "../../api/graphql"

export const CampaignFields = graphql(`
  fragment CampaignFields on Campaign @_unmask {
    id
    name
    advertiserName
    state
    stateReason
    startsAt
    endsAt
    dailyBudget {
      micros
      currency
    }
    lifetimeBudget {
      micros
      currency
    }
    spentToday {
      micros
      currency
    }
    spent {
      micros
      currency
    }
    targets {
      id
      kind
      value
      bid {
        micros
        currency
      }
    }
    products {
      id
      title
      image
    }
  }
`)

export const CampaignsQuery = graphql(
  `
    query Campaigns($page: Int, $state: CampaignState) {
      campaigns(page: $page, state: $state) {
        total
        page
        pageSize
        items {
          ...CampaignFields
        }
      }
    }
  `,
  [CampaignFields],
)

export const CampaignQuery = graphql(
  `
    query Campaign($id: ID!) {
      campaign(id: $id) {
        ...CampaignFields
      }
    }
  `,
  [CampaignFields],
)

export const ReportQuery = graphql(`
  query AdReport($campaignId: ID, $from: String, $to: String) {
    adReport(campaignId: $campaignId, from: $from, to: $to) {
      from
      to
      impressions
      viewable
      clicks
      billedClicks
      ctr
      averageCpc {
        micros
        currency
      }
      spend {
        micros
        currency
      }
      days {
        day
        impressions
        clicks
        spend {
          micros
          currency
        }
      }
      byTarget {
        target
        impressions
        clicks
        spend {
          micros
          currency
        }
      }
    }
  }
`)

export const AdvertiserQuery = graphql(`
  query Advertiser {
    advertiser {
      id
      name
      brand
      wallet {
        micros
        currency
      }
      spentToday {
        micros
        currency
      }
    }
  }
`)

export const PauseMutation = graphql(`
  mutation PauseCampaign($id: ID!) {
    pauseCampaign(id: $id) {
      id
    }
  }
`)

export const ResumeMutation = graphql(`
  mutation ResumeCampaign($id: ID!) {
    resumeCampaign(id: $id) {
      id
    }
  }
`)

export type Campaign = ResultOf<typeof CampaignFields>
export type CampaignState = Campaign["state"]
export type AdReport = ResultOf<typeof ReportQuery>["adReport"]
