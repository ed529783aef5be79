import type { IResolvers } from "@graphql-tools/utils"
import { badInput, callerId, cents, type GraphqlContext, pageRequest } from "@gondola/kit"
import { fieldNamesOf } from "../imports/field-names"
import type { ImportMapping } from "../imports/import-rows"
import { deleteMapping, listMappings, saveMapping, type SavedMapping } from "../imports/mappings"
import { type Owner, readProblems, readRun, readRuns, readUpload, type RunView } from "../imports/read-imports"
import { cancelImport, startImport } from "../imports/start-import"
import { problemIn } from "../import/problem-words"
import { marketplaceOf } from "../modules/marketplace/resolve"
import { bulkEdit } from "../offers/bulk-edit"
import type { BulkChange } from "../offers/bulk-change"
import type { Condition, OfferState } from "../offers/offer-draft"
import type { SellerOfferFilter } from "../read-model/read-seller-offers"
import { callerSeller } from "./callers"

interface Paging {
  readonly page?: number | null
  readonly pageSize?: number | null
}

interface Field {
  readonly field: string
  readonly column: string
}

export interface OfferFilterInput {
  readonly search?: string | null
  readonly state?: string | null
  readonly condition?: Condition | null
  readonly stock?: SellerOfferFilter["stock"]
  readonly held?: boolean | null
  readonly runId?: string | null
}

interface ChangeInput {
  readonly price?: number | null
  readonly pricePercent?: number | null
  readonly discountPercent?: number | null
  readonly stock?: number | null
  readonly leadTimeDays?: number | null
  readonly state?: string | null
}

/** Whose files the caller handles: its seller's, or the retailer's (null). */
const ownerOf = async (context: GraphqlContext, duty?: "catalogue"): Promise<Owner> =>
  context.signedIn?.actor === "OPERATOR" ? null : (await callerSeller(context, duty)).id

/** The operator reads every run, a seller its own. */
const readableBy = async (context: GraphqlContext): Promise<Owner | undefined> =>
  context.signedIn?.actor === "OPERATOR" ? undefined : ownerOf(context)

export const importResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    async importUpload(_source, { id }: { id: string }, context) {
      const upload = await readUpload(context.scope, await ownerOf(context), id)
      return {
        ...upload,
        sample: upload.sample.map((record) => upload.columns.map((column) => record[column] ?? "")),
        guess: fieldList(upload.guess),
      }
    },

    importFields: async (_source, _args, context) => fieldNamesOf(await ownerOf(context)),

    importMappings: async (_source, _args, context) =>
      (await listMappings(context.scope, await ownerOf(context))).map(mappingView),

    async sellerImportRuns(_source, args: Paging, context) {
      const { page, pageSize, ...range } = pageRequest(args)
      const { rows, total } = await readRuns(context.scope, { owner: (await callerSeller(context)).id }, range)
      return { items: rows.map(runView), total, page, pageSize }
    },

    importRun: async (_source, { id }: { id: string }, context) =>
      runView(await readRun(context.scope, await readableBy(context), id)),

    async importProblems(_source, { runId, ...args }: Paging & { runId: string }, context) {
      const { page, pageSize, ...range } = pageRequest(args)
      const run = await readRun(context.scope, await readableBy(context), runId)
      const { rows, total } = await readProblems(context.scope, run.id, range)
      return { items: rows, total, page, pageSize }
    },
  },

  Mutation: {
    async startImport(
      _source,
      args: { uploadId: string; mapping?: Field[] | null; dryRun: boolean; newState: string },
      context,
    ) {
      const owner = await ownerOf(context, "catalogue")
      if (args.newState !== "DRAFT" && args.newState !== "ACTIVE") throw badInput("New offers are DRAFT or ACTIVE")
      const runId = await startImport(context.scope, {
        sellerId: owner,
        uploadId: args.uploadId,
        mapping: args.mapping ? mappingOf(args.mapping) : null,
        dryRun: args.dryRun,
        newState: args.newState === "ACTIVE" ? "active" : "draft",
        actor: callerId(context),
      })
      return runView(await readRun(context.scope, owner, runId))
    },

    async cancelImport(_source, { id }: { id: string }, context) {
      const owner = await ownerOf(context, "catalogue")
      await cancelImport(context.scope, { id, sellerId: owner })
      return runView(await readRun(context.scope, owner, id))
    },

    async saveImportMapping(_source, { name, fields }: { name: string; fields: Field[] }, context) {
      const owner = await ownerOf(context, "catalogue")
      return mappingView(await saveMapping(context.scope, owner, { name, fields: mappingOf(fields) }))
    },

    async deleteImportMapping(_source, { id }: { id: string }, context) {
      await deleteMapping(context.scope, await ownerOf(context, "catalogue"), id)
      return true
    },

    async bulkEditOffers(
      _source,
      { ids, filter, change }: { ids?: string[] | null; filter?: OfferFilterInput | null; change: ChangeInput },
      context,
    ) {
      const seller = await callerSeller(context, "catalogue")
      const selection = ids ? { sellerId: seller.id, ids } : { sellerId: seller.id, ...offerFilter(filter ?? {}) }
      const { runId, ...result } = await bulkEdit(context.scope, selection, {
        change: changeOf(change),
        actor: callerId(context),
      })
      return { ...result, run: runId && runView(await readRun(context.scope, seller.id, runId)) }
    },
  },

  ImportProblem: {
    message: (problem: { code: string; message: string }, { locale }: { locale: "fr" | "en" }) =>
      problemIn(locale, problem),
  },

  ImportRun: {
    fault: ({ fault }: { fault: string | null }, { locale }: { locale: "fr" | "en" }) =>
      fault && problemIn(locale, { code: "", message: fault }),
    async sellerName({ sellerId }: { sellerId?: string | null }, _args, context) {
      if (!sellerId) return null
      const [seller] = await marketplaceOf(context.scope).listSellers({ id: sellerId })
      return seller?.name ?? null
    },
  },
}

export const offerFilter = (input: OfferFilterInput): Omit<SellerOfferFilter, "sellerId"> => ({
  search: input.search,
  state: input.state ? (input.state.toLowerCase() as OfferState) : null,
  condition: input.condition,
  stock: input.stock,
  held: input.held,
  runId: input.runId,
})

function changeOf(input: ChangeInput): BulkChange {
  const state = input.state?.toLowerCase()
  if (state && state !== "active" && state !== "paused" && state !== "closed")
    throw badInput("Offers can be made active, paused or closed")
  return {
    ...(input.price === null || input.price === undefined ? {} : { price: cents(input.price) }),
    ...(given(input.pricePercent) ? { pricePercent: input.pricePercent } : {}),
    ...(given(input.discountPercent) ? { discountPercent: input.discountPercent } : {}),
    ...(given(input.stock) ? { stock: input.stock } : {}),
    ...(given(input.leadTimeDays) ? { leadTimeDays: input.leadTimeDays } : {}),
    ...(state ? { state: state as "active" | "paused" | "closed" } : {}),
  }
}

const given = (value: number | null | undefined): value is number => value !== null && value !== undefined

export const runView = (run: RunView) => ({
  id: run.id,
  sellerId: run.seller_id,
  file: run.file,
  format: run.format,
  state: run.state,
  dryRun: run.dry_run,
  total: run.total,
  done: run.done,
  created: run.created,
  updated: run.updated,
  unchanged: run.unchanged,
  failed: run.failed,
  proposed: run.proposed,
  bulk: run.options.bulk ?? false,
  fault: run.fault,
  perSecond: run.perSecond,
  secondsLeft: run.secondsLeft,
  startedAt: run.started_at,
  finishedAt: run.finished_at,
})

const fieldList = (mapping: ImportMapping): Field[] =>
  Object.entries(mapping).map(([field, column]) => ({ field, column }))
const mappingOf = (fields: readonly Field[]): ImportMapping =>
  Object.fromEntries(fields.map(({ field, column }) => [field, column]))
const mappingView = ({ id, name, fields }: SavedMapping) => ({ id, name, fields: fieldList(fields) })
