import { importReportFile, uploadImportFile } from "../files"
import { graphOperation } from "../graph-operation"
import type { Operation } from "../operation"

const RUN = `id file format state dryRun total done created updated unchanged failed proposed bulk fault perSecond
  secondsLeft startedAt finishedAt`
const FIELDS = "{ field column }"

export const importOperations: readonly Operation[] = [
  uploadImportFile,
  graphOperation({
    id: "readImportFile",
    method: "GET",
    path: "/import-files/:id",
    scope: "catalogue:read",
    summary: "What a file was found to be: its columns, its first records, a likely mapping",
    field: "Query.importUpload",
    select: `id file format encoding columns sample total guess ${FIELDS}`,
  }),
  graphOperation({
    id: "listImportMappings",
    method: "GET",
    path: "/import-mappings",
    scope: "catalogue:read",
    summary: "Mappings that your team keeps",
    field: "Query.importMappings",
    select: `id name fields ${FIELDS}`,
  }),
  graphOperation({
    id: "saveImportMapping",
    method: "PUT",
    path: "/import-mappings",
    scope: "catalogue:write",
    summary: "Keeps a mapping; the same name is written over",
    field: "Mutation.saveImportMapping",
    select: `id name fields ${FIELDS}`,
  }),
  graphOperation({
    id: "deleteImportMapping",
    method: "DELETE",
    path: "/import-mappings/:id",
    scope: "catalogue:write",
    summary: "Throws a mapping away",
    field: "Mutation.deleteImportMapping",
  }),
  graphOperation({
    id: "startImport",
    method: "POST",
    path: "/imports",
    scope: "catalogue:write",
    summary: "Begins the import of a file that was handed in; follow it with readImport",
    field: "Mutation.startImport",
    select: RUN,
  }),
  graphOperation({
    id: "listImports",
    method: "GET",
    path: "/imports",
    scope: "catalogue:read",
    summary: "Your imports, the newest first",
    field: "Query.sellerImportRuns",
    select: `items { ${RUN} } total page pageSize`,
  }),
  graphOperation({
    id: "readImport",
    method: "GET",
    path: "/imports/:id",
    scope: "catalogue:read",
    summary: "How far an import is",
    field: "Query.importRun",
    select: RUN,
  }),
  graphOperation({
    id: "cancelImport",
    method: "POST",
    path: "/imports/:id/cancel",
    scope: "catalogue:write",
    summary: "Stops an import; what was taken in stays",
    field: "Mutation.cancelImport",
    select: RUN,
  }),
  graphOperation({
    id: "listImportProblems",
    method: "GET",
    path: "/imports/:id/problems",
    params: { id: "runId" },
    scope: "catalogue:read",
    summary: "Lines that were left out, and why",
    field: "Query.importProblems",
    select: "items { id line key level code message } total page pageSize",
  }),
  importReportFile,
]
