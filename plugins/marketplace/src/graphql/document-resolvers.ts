import type { IResolvers } from "@graphql-tools/utils"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { callerId, cents, clockOf, type GraphqlContext, pageRequest } from "@gondola/kit"
import {
  type DocumentFilter,
  type DocumentKind,
  type DocumentLine,
  findDocument,
  grossOf,
  type IssuedDocument,
  listDocuments,
} from "@gondola/ledger"
import { previewBilling } from "../billing/accounts-to-bill"
import { periodOf } from "../billing/bill-seller"
import { creditByHand } from "../billing/credit-by-hand"
import { documentRows } from "../billing/document-rows"
import { type BillingRun, finishBilling, listRuns, openBilling, readRun } from "../billing/run-billing"
import "../billing/trail-source"
import { readBillingSettings, saveBillingSettings } from "../billing/settings"
import { lastMonth } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { callerSeller, found } from "./callers"
import { traderLoader } from "./loaders"

interface AskedFilter {
  readonly kind?: string | null
  readonly year?: number | null
  readonly month?: string | null
  readonly search?: string | null
  readonly sellerId?: string | null
}

interface AskedList {
  readonly filter?: AskedFilter | null
  readonly page: number
  readonly pageSize: number
}

const filterOf = ({ kind, year, month, search }: AskedFilter = {}): DocumentFilter => ({
  kind: kind ? (kind.toLowerCase() as DocumentKind) : null,
  year: year ?? null,
  month: month ?? null,
  search: search ?? null,
})

async function list(context: GraphqlContext, args: AskedList, party: string | null) {
  const page = pageRequest(args)
  const filter = { ...filterOf(args.filter ?? {}), ...(party === null ? {} : { party }) }
  return { ...page, ...(await listDocuments(knexOf(context.scope), filter, page)) }
}

const invoiceOf = ({ content: { body } }: IssuedDocument) => (body.type === "invoice" ? body : null)
const statementOf = ({ content: { body } }: IssuedDocument) => (body.type === "statement" ? body : null)
const money = (document: Pick<IssuedDocument, "currency">, amount: number) => ({ amount, currency: document.currency })

/** Invoices, credit notes and statements in both rooms; the operator's runs. */
export const documentResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    sellerDocuments: async (_source, args: AskedList, context) => list(context, args, (await callerSeller(context)).id),
    sellerDocument: async (_source, { id }: { id: string }, context) =>
      found(
        await findDocument(knexOf(context.scope), { id, party: (await callerSeller(context)).id }),
        "This document",
      ),
    documents: (_source, args: AskedList, context) => list(context, args, args.filter?.sellerId ?? null),
    document: async (_source, { id }: { id: string }, { scope }) =>
      found(await findDocument(knexOf(scope), { id }), "This document"),
    billingRuns: async (_source, args: { page: number; pageSize: number }, { scope }) => {
      const page = pageRequest(args)
      return { ...page, ...(await listRuns(scope, page)) }
    },
    billingPreview: (_source, { month }: { month?: string | null }, { scope }) =>
      previewBilling(knexOf(scope), periodOf(month ?? lastMonth(clockOf(scope).now()))),
    billingSettings: (_source, _args, { scope }) => readBillingSettings(scope),
  },
  Mutation: {
    startBilling: async (_source, { month }: { month: string }, context) => {
      const { scope } = context
      const order = { month, actor: { type: "OPERATOR" as const, id: callerId(context) } }
      const id = await openBilling(scope, order)
      // Thousands of sellers take minutes: the page follows the run's figures.
      void finishBilling(scope, order, id).catch((error: unknown) =>
        scope.resolve(ContainerRegistrationKeys.LOGGER).error(`billing run ${id} stopped`, error as Error),
      )
      return readRun(scope, id)
    },
    saveBillingSettings: (_source, args: { legalNote?: string | null; automatic: boolean }, { scope }) =>
      saveBillingSettings(scope, { legalNote: args.legalNote ?? null, automatic: args.automatic }),
    creditInvoiceLine: (
      _source,
      args: { invoiceId: string; line: number; net: number; reason: string; idempotencyKey: string },
      context,
    ) =>
      creditByHand(context.scope, {
        invoiceId: args.invoiceId,
        line: args.line,
        net: cents(args.net),
        reason: args.reason,
        key: args.idempotencyKey,
        actor: callerId(context),
      }),
  },
  Document: {
    kind: (document: IssuedDocument) => document.kind.toUpperCase(),
    sellerId: (document: IssuedDocument) => document.party,
    sellerName: (document: IssuedDocument) => document.content.recipient.tradeName,
    periodFrom: (document: IssuedDocument) => document.content.period.from,
    periodTo: (document: IssuedDocument) => document.content.period.to,
    net: (document: IssuedDocument) => optional(document, invoiceOf(document)?.net),
    vat: (document: IssuedDocument) => optional(document, invoiceOf(document)?.vatTotal),
    gross: (document: IssuedDocument) => money(document, grossOf(document.content)),
    corrects: async (document: IssuedDocument, _args: unknown, { scope }: GraphqlContext) => {
      const id = invoiceOf(document)?.corrects?.id
      return id ? linkOf(found(await findDocument(knexOf(scope), { id }), "This document")) : null
    },
    creditNotes: async (document: IssuedDocument, _args: unknown, { scope }: GraphqlContext) =>
      (
        (await knexOf(scope)("ledger_document")
          .where("corrects", document.id)
          .orderBy("number")
          .select("id", "number", "gross")) as { id: string; number: string; gross: string }[]
      ).map((note) => ({
        ...note,
        gross: money(document, Number(note.gross)),
      })),
    reason: (document: IssuedDocument) => invoiceOf(document)?.reason ?? null,
    lines: (document: IssuedDocument) =>
      (invoiceOf(document)?.lines ?? []).map((line) => ({
        ...line,
        words: line.label,
        net: money(document, line.net),
      })),
    vatBreakdown: (document: IssuedDocument) =>
      (invoiceOf(document)?.vat ?? []).map((each) => ({
        ...each,
        base: money(document, each.base),
        vat: money(document, each.vat),
      })),
    opening: (document: IssuedDocument) => optional(document, statementOf(document)?.opening),
    movements: (document: IssuedDocument) =>
      (statementOf(document)?.movements ?? []).map((each) => ({ ...each, amount: money(document, each.amount) })),
    entryCount: (document: IssuedDocument) => document.content.entries.count,
    rows: async (
      document: IssuedDocument,
      args: { page: number; pageSize: number; locale: "fr" | "en" },
      { scope }: GraphqlContext,
    ) =>
      (await documentRows(scope, document, { locale: args.locale, page: pageRequest(args) })).map((row) => ({
        ...row,
        description: row.text,
        orderNumber: row.reference ? Number(row.reference.slice(1)) : null,
        amount: money(document, row.amount),
      })),
  },
  DocumentLine: {
    label: (line: { words: DocumentLine["label"] }, { locale }: { locale: "fr" | "en" }) => line.words[locale],
  },
  BillingRun: {
    state: (run: BillingRun) => run.state.toUpperCase(),
    failures: (run: BillingRun, _args: unknown, context: GraphqlContext) =>
      Promise.all(
        run.failures.map(async (failure) => ({
          ...failure,
          sellerName: await traderLoader(context)
            .load(failure.sellerId)
            .then((trader) => trader.name),
        })),
      ),
  },
  BillingTotal: {
    amount: (total: { amount: number; currency: string }) => ({ amount: total.amount, currency: total.currency }),
  },
}

const optional = (document: IssuedDocument, amount: number | undefined) =>
  amount === undefined ? null : money(document, amount)

const linkOf = (document: IssuedDocument) => ({
  id: document.id,
  number: document.number,
  gross: money(document, grossOf(document.content)),
})
