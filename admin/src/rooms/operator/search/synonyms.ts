import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"

export const SynonymsQuery = graphql(`
  query Synonyms($page: Int, $search: String) {
    synonyms(page: $page, search: $search) {
      total
      page
      pageSize
      items {
        id
        kind
        locale
        words
        active
        updatedAt
      }
    }
  }
`)

export const SaveSynonymMutation = graphql(`
  mutation SaveSynonym($id: ID, $input: SynonymInput!) {
    saveSynonym(id: $id, input: $input) {
      id
    }
  }
`)

export const DeleteSynonymMutation = graphql(`
  mutation DeleteSynonym($id: ID!) {
    deleteSynonym(id: $id)
  }
`)

export type Synonym = ResultOf<typeof SynonymsQuery>["synonyms"]["items"][number]
