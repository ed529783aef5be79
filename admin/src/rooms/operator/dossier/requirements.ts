import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"

export const RequirementsQuery = graphql(`
  query Requirements {
    requirements {
      id
      code
      kind
      audience
      legalForm
      stream
      label {
        fr
        en
      }
      help {
        fr
        en
      }
      mandatory
      needsExpiry
      bindingFrom
    }
  }
`)
export const SaveRequirementMutation = graphql(`
  mutation SaveRequirement($id: ID, $input: RequirementInput!) {
    saveRequirement(id: $id, input: $input) {
      id
    }
  }
`)
export const RetireMutation = graphql(`
  mutation RetireRequirement($id: ID!) {
    retireRequirement(id: $id) {
      id
    }
  }
`)
export const UsualMutation = graphql(`
  mutation AddUsualRequirements {
    addUsualRequirements {
      id
    }
  }
`)

export type Requirement = ResultOf<typeof RequirementsQuery>["requirements"][number]
