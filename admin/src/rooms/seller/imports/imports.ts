import type { ResultOf } from "../../../api/graphql"
import { graphql } from "../../../api/graphql"

export const RunsQuery = graphql(`
  query SellerImportRuns($page: Int) {
    sellerImportRuns(page: $page) {
      total
      page
      pageSize
      items {
        id
        file
        format
        state
        dryRun
        bulk
        total
        done
        created
        updated
        unchanged
        failed
        proposed
        startedAt
        finishedAt
      }
    }
  }
`)

export const RunQuery = graphql(`
  query ImportRun($id: ID!, $locale: Locale!) {
    importRun(id: $id) {
      id
      file
      format
      state
      dryRun
      bulk
      total
      done
      created
      updated
      unchanged
      failed
      proposed
      sellerName
      fault(locale: $locale)
      perSecond
      secondsLeft
      startedAt
      finishedAt
    }
  }
`)

export const ProblemsQuery = graphql(`
  query ImportProblems($runId: ID!, $page: Int, $locale: Locale!) {
    importProblems(runId: $runId, page: $page, pageSize: 25) {
      total
      page
      pageSize
      items {
        id
        line
        key
        level
        code
        message(locale: $locale)
      }
    }
  }
`)

export const UploadQuery = graphql(`
  query ImportUpload($id: ID!) {
    importFields
    importUpload(id: $id) {
      id
      file
      format
      encoding
      columns
      sample
      total
      guess {
        field
        column
      }
    }
    importMappings {
      id
      name
      fields {
        field
        column
      }
    }
  }
`)

export const StartMutation = graphql(`
  mutation StartImport($uploadId: ID!, $mapping: [ImportFieldInput!], $dryRun: Boolean!, $newState: OfferState!) {
    startImport(uploadId: $uploadId, mapping: $mapping, dryRun: $dryRun, newState: $newState) {
      id
    }
  }
`)

export const CancelMutation = graphql(`
  mutation CancelImport($id: ID!) {
    cancelImport(id: $id) {
      id
    }
  }
`)

export const SaveMappingMutation = graphql(`
  mutation SaveImportMapping($name: String!, $fields: [ImportFieldInput!]!) {
    saveImportMapping(name: $name, fields: $fields) {
      id
    }
  }
`)

export const DeleteMappingMutation = graphql(`
  mutation DeleteImportMapping($id: ID!) {
    deleteImportMapping(id: $id)
  }
`)

export type Run = ResultOf<typeof RunQuery>["importRun"]
export type Upload = ResultOf<typeof UploadQuery>["importUpload"]
export type Mapping = Readonly<Record<string, string>>

const OPEN = new Set(["waiting", "running", "cancelling"])
export const isOpen = (run: Pick<Run, "state">): boolean => OPEN.has(run.state)

export const workState = (run: Pick<Run, "state">): "running" | "done" | "failed" | "stopped" =>
  isOpen(run) ? "running" : run.state === "done" ? "done" : run.state === "failed" ? "failed" : "stopped"
