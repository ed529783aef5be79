import type { IResolvers } from "@graphql-tools/utils"
import DataLoader from "dataloader"
import { type GraphqlContext, notFound, pageRequest, rateLimit } from "@gondola/kit"
import type { DocumentLine, InvoiceBody } from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"
import { orderIdOfAccessToken } from "../orders/access-token"
import {
  findSaleDocument,
  listSaleDocuments,
  type SaleDocument,
  type SaleDocumentFilter,
  saleDocumentsOf,
} from "../sale-documents/list-sale-documents"
import { saleDocumentFile } from "../sale-documents/sale-document-file"
import { callerSeller, found } from "./callers"
import { traderLoader } from "./loaders"

interface AskedList {
  readonly filter?: {
    readonly kind?: string | null
    readonly year?: number | null
    readonly search?: string | null
    readonly sellerId?: string | null
  } | null
  readonly page: number
  readonly pageSize: number
}

/** A PDF takes a tenth of a second the first time. */
const filesByAddress = rateLimit("sale-document-address", 120, 600)

async function list(context: GraphqlContext, args: AskedList, sellerId: string | undefined) {
  const page = pageRequest(args)
  const { kind, year, search } = args.filter ?? {}
  const filter: SaleDocumentFilter = {
    kind: kind ? (kind.toLowerCase() as "sale_invoice" | "sale_credit_note") : null,
    year: year ?? null,
    search: search ?? null,
    ...(sellerId === undefined ? {} : { sellerId }),
  }
  return { ...page, ...(await listSaleDocuments(knexOf(context.scope), filter, page)) }
}

/** The documents of all parts that one answer shows, in one statement. */
const partLoader = (context: GraphqlContext): DataLoader<string, SaleDocument[]> =>
  context.once(
    "marketplace:sale-documents",
    () =>
      new DataLoader<string, SaleDocument[]>(async (ids) => {
        const all = await saleDocumentsOf(knexOf(context.scope), ids)
        return ids.map((id) => all.filter((each) => each.sellerOrderId === id))
      }),
  )

const body = ({ document }: SaleDocument): InvoiceBody => document.content.body as InvoiceBody
const money = ({ document }: SaleDocument, amount: number) => ({ amount, currency: document.currency })

/** What shoppers are invoiced: their own by the order's token, a seller's own, every one for the operator. */
export const saleDocumentResolvers: IResolvers<unknown, GraphqlContext> = {
  Query: {
    sellerSaleDocuments: async (_source, args: AskedList, context) =>
      list(context, args, (await callerSeller(context)).id),
    sellerSaleDocument: async (_source, { id }: { id: string }, context) =>
      found(
        await findSaleDocument(knexOf(context.scope), { id, sellerId: (await callerSeller(context)).id }),
        "This document",
      ),
    saleDocuments: (_source, args: AskedList, context) => list(context, args, args.filter?.sellerId ?? undefined),
    saleDocument: async (_source, { id }: { id: string }, { scope }) =>
      found(await findSaleDocument(knexOf(scope), { id }), "This document"),
    shopperSaleDocument: async (
      _source,
      args: { accessToken: string; id: string; format: string; locale: "fr" | "en" },
      { scope, address },
    ) => {
      await filesByAddress.take(address)
      const orderId = orderIdOfAccessToken(scope, args.accessToken)
      if (!orderId) throw notFound("This document")
      const file = await saleDocumentFile(scope, { orderId }, { ...args, format: args.format.toLowerCase() })
      return { name: file.name, mime: file.mediaType, data: file.bytes.toString("base64") }
    },
  },
  ShopperOrderGroup: {
    documents: (group: { id: string }, _args: unknown, context: GraphqlContext) => partLoader(context).load(group.id),
  },
  SaleDocument: {
    id: ({ document }: SaleDocument) => document.id,
    number: ({ document }: SaleDocument) => document.number,
    kind: ({ document }: SaleDocument) => document.kind.toUpperCase(),
    orderNumber: (sale: SaleDocument) => body(sale).sale!.orderNumber,
    traderName: ({ sellerId }: SaleDocument, _args: unknown, context: GraphqlContext) =>
      traderLoader(context)
        .load(sellerId)
        .then((trader) => trader.name),
    issuerName: ({ document }: SaleDocument) => document.content.issuer.legalName,
    customerName: ({ document }: SaleDocument) => document.content.recipient.legalName,
    issueDay: ({ document }: SaleDocument) => document.issueDay,
    net: (sale: SaleDocument) => money(sale, body(sale).net),
    vat: (sale: SaleDocument) => money(sale, body(sale).vatTotal),
    gross: (sale: SaleDocument) => money(sale, body(sale).gross),
    vatBreakdown: (sale: SaleDocument) =>
      body(sale).vat.map((each) => ({ ...each, base: money(sale, each.base), vat: money(sale, each.vat) })),
    lines: (sale: SaleDocument) =>
      body(sale).lines.map((line) => ({
        ...line,
        words: line.label,
        net: money(sale, line.net),
        gross: money(sale, line.net + (line.vat ?? 0)),
      })),
    corrects: (sale: SaleDocument) => body(sale).corrects?.number ?? null,
    hash: ({ document }: SaleDocument) => document.hash,
  },
  SaleDocumentLine: {
    label: (line: { words: DocumentLine["label"] }, { locale }: { locale: "fr" | "en" }) => line.words[locale],
  },
}
