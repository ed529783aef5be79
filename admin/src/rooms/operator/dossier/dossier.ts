import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"
import { FileFragment } from "../../seller/file/file"
import { StandingFragment } from "../../seller/file/StandingList"

export const DossierQuery = graphql(
  `
    query SellerDossier($id: ID!, $locale: Locale) {
      sellerDossier(id: $id) {
        seller {
          id
          handle
          name
          state
          stateReason
          memberEmail
          missing
          appliedAt
          closingAt
          offerCount
          trader {
            name
            legalName
            address
            countryCode
            email
            phone
            registrationNumber
            vatNumber
            selfCertified
          }
        }
        file {
          ...SellerFileParts
        }
        team {
          id
          name
          email
          role
          since
        }
        history {
          id
          from
          to
          actor
          reason
          at
        }
        standing {
          ...StandingParts
        }
        consents {
          version
          by
          at
        }
        holidays {
          id
          from
          until
          now
        }
        papersKeptUntil
      }
    }
  `,
  [FileFragment, StandingFragment],
)

export const ReviewMutation = graphql(`
  mutation ReviewDocument($id: ID!, $accept: Boolean!, $reason: String) {
    reviewDocument(id: $id, accept: $accept, reason: $reason) {
      papersKeptUntil
    }
  }
`)
export const SendBackMutation = graphql(`
  mutation SendApplicationBack($id: ID!, $reason: String!) {
    sendApplicationBack(id: $id, reason: $reason) {
      id
    }
  }
`)
export const LiftMutation = graphql(`
  mutation LiftSuspension($id: ID!) {
    liftSuspension(id: $id) {
      id
    }
  }
`)
export const NoticeMutation = graphql(`
  mutation GiveClosureNotice($id: ID!, $reason: String!) {
    giveClosureNotice(id: $id, reason: $reason) {
      id
    }
  }
`)
export const WithdrawNoticeMutation = graphql(`
  mutation WithdrawClosureNotice($id: ID!) {
    withdrawClosureNotice(id: $id) {
      id
    }
  }
`)
export const ReinviteMutation = graphql(`
  mutation ReinviteSeller($id: ID!) {
    reinviteSeller(id: $id) {
      id
    }
  }
`)
export const AnswerMutation = graphql(`
  mutation AnswerComplaint($id: ID!, $outcome: ComplaintOutcome!, $answer: String!) {
    answerComplaint(id: $id, outcome: $outcome, answer: $answer)
  }
`)

export type Dossier = NonNullable<ResultOf<typeof DossierQuery>["sellerDossier"]>
