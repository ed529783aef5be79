import { Readable } from "node:stream"
import { badInput, callerId } from "@gondola/kit"
import { documentFile, FORMATS } from "../billing/document-file"
import { callerSeller } from "../graphql/callers"
import { offerFilter } from "../graphql/import-resolvers"
import { importReport } from "../imports/import-report"
import { receiveUpload } from "../imports/receive-upload"
import { exportOffers } from "../offers/export-offers"
import { ask, type GraphDraft } from "./graph-operation"
import { type Call, FileAnswer, type Json, type Operation } from "./operation"

const BINARY: Json = { schema: { type: "string", contentMediaType: "application/octet-stream" } }
const EXPORTS = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const

const inQuery = (name: string, schema: Json, required = false): Json => ({ name, in: "query", required, schema })
const text: Json = { type: "string" }
const said = (value: unknown): string | null => (typeof value === "string" && value ? value : null)

export const exportFile: Operation = {
  id: "exportOffers",
  method: "GET",
  path: "/offers/export",
  scope: "catalogue:read",
  summary: "All your offers, or those that the filter finds, as a file that can be changed and brought in again",
  field: "Query.sellerOffers",
  describe: () => ({
    query: [
      inQuery("format", { type: "string", enum: Object.keys(EXPORTS), default: "csv" }),
      inQuery("search", text),
      inQuery("state", { type: "string", enum: ["DRAFT", "PENDING", "ACTIVE", "PAUSED", "CLOSED"] }),
      inQuery("held", { type: "boolean" }),
    ],
    body: null,
    answer: { "text/csv": BINARY, [EXPORTS.xlsx]: BINARY },
  }),
  async handle({ context, query }: Call) {
    const seller = await callerSeller(context)
    const format = said(query.format) ?? "csv"
    if (format !== "csv" && format !== "xlsx") throw badInput("Offers come as csv or xlsx")
    const filter = offerFilter({ search: said(query.search), state: said(query.state), held: query.held === "true" })
    const content = exportOffers(context.scope, { sellerId: seller.id, ...filter }, format)
    return new FileAnswer(`offers.${format}`, EXPORTS[format], content)
  },
}

/** Anything may be the content type: a body of JSON is a file here too, and nothing reads it before. */
export const uploadImportFile: Operation = {
  id: "uploadImportFile",
  method: "POST",
  path: "/import-files",
  scope: "catalogue:write",
  summary: "Hands in a CSV, XLSX or JSON file as the body; readImportFile tells what it was found to be",
  // What may hand a file in is what may start its import.
  field: "Mutation.startImport",
  takesFile: true,
  describe: () => ({
    query: [inQuery("name", { ...text, description: "Name of the file, as people see it" })],
    body: null,
    answer: {
      "application/json": { schema: { type: "object", required: ["id"], properties: { id: { type: "string" } } } },
    },
  }),
  async handle({ context, query, stream }: Call) {
    const seller = await callerSeller(context, "catalogue")
    const announced = context.header("content-length")
    const upload = {
      sellerId: seller.id,
      actor: callerId(context),
      name: said(query.name) ?? "",
      size: announced && Number.isSafeInteger(Number(announced)) ? Number(announced) : null,
    }
    return { id: await receiveUpload(context.scope, upload, stream) }
  },
}

export const importReportFile: Operation = {
  id: "readImportReport",
  method: "GET",
  path: "/imports/:id/report",
  scope: "catalogue:read",
  summary: "Every line that was left out, with its number and the reason, as CSV",
  field: "Query.importRun",
  describe: () => ({ query: [], body: null, answer: { "text/csv": BINARY } }),
  async handle({ context, params }: Call) {
    const report = await importReport(context.scope, (await callerSeller(context)).id, { runId: params.id! })
    const name = `import-${params.id!.replace(/\W/g, "")}.csv`
    return new FileAnswer(name, EXPORTS.csv, Readable.from(report))
  },
}

const messageFileDraft: GraphDraft = {
  id: "readMessageFile",
  method: "GET",
  path: "/orders/:id/files/:fileId",
  params: { id: "sellerOrderId" },
  scope: "orders:read",
  summary: "A file of a message or a dispute",
  field: "Query.sellerMessageFile",
  select: "name mime data",
}

export const messageFile: Operation = {
  ...messageFileDraft,
  describe: () => ({
    query: [],
    body: null,
    answer: { "application/pdf": BINARY, "image/jpeg": BINARY, "image/png": BINARY },
  }),
  async handle(call: Call) {
    const file = (await ask(messageFileDraft, call)) as { name: string; mime: string; data: string }
    return new FileAnswer(file.name, file.mime, Buffer.from(file.data, "base64"))
  },
}

export const documentDownload: Operation = {
  id: "downloadDocument",
  method: "GET",
  path: "/documents/:id/file",
  scope: "finance:read",
  summary: "A document as PDF, as XML (EN 16931; invoices and credit notes) or as CSV of its entries",
  field: "Query.sellerDocument",
  describe: () => ({
    query: [
      inQuery("format", { type: "string", enum: [...FORMATS], default: "pdf" }),
      inQuery("locale", { type: "string", enum: ["fr", "en"], default: "fr" }),
    ],
    body: null,
    answer: { "application/pdf": BINARY, "application/xml": BINARY, "text/csv": BINARY },
  }),
  async handle({ context, params, query }: Call) {
    const seller = await callerSeller(context)
    const { name, mediaType, bytes } = await documentFile(context.scope, {
      id: params.id!,
      party: seller.id,
      format: said(query.format) ?? "pdf",
      locale: query.locale === "en" ? "en" : "fr",
    })
    return new FileAnswer(name, mediaType, bytes)
  },
}
