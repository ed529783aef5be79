import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  type DocumentContent,
  entriesDigest,
  findSaleDocuments,
  type InvoiceBody,
  type IssuedDocument,
} from "@gondola/ledger"
import { dayOf } from "../figures/paris-time"
import { issuerCode } from "./issuer-code"
import { buyerOf, houseParty, sellingParty } from "./parties"
import { type DocumentPart, planCredits, planInvoices } from "./plan-sale-documents"
import { type PartHead, type PartToBill, readPart, type SoldLine } from "./read-part"
import { type SaidPart, saleBody } from "./sale-body"
import { issuedByHouse, vatOfSale } from "./vat-of-sale"
import { type Issue, writeSaleDocument } from "./write-sale-document"

/** Nothing of what it is made of: the amounts are the shopper's, not entries of an account. */
const NO_ENTRIES = { count: 0, digest: entriesDigest([]) }

export interface SaleDocumentsIssued {
  readonly issued: readonly IssuedDocument[]
  /** For the seller's mandate. */
  readonly waits: boolean
}

/**
 * Issues what one trader's part still lacks: an invoice for each parcel that left, then credit notes for what was given back of
 * what was billed. In the caller's transaction; called again it finds nothing to do.
 */
export async function issueSaleDocuments(
  trx: Knex.Transaction,
  sellerOrderId: string,
  now: Date,
): Promise<SaleDocumentsIssued> {
  // One at a time for each part: what is planned hangs on what was issued.
  const row = (await trx("marketplace_seller_order").where("id", sellerOrderId).forUpdate().first()) as {
    order_id: string
    seller_id: string | null
    delivery_name: string
    delivery_total: number
  }
  const head: PartHead = {
    id: sellerOrderId,
    orderId: row.order_id,
    sellerId: row.seller_id,
    deliveryName: row.delivery_name,
    delivery: row.delivery_total,
  }
  const issue = { trx, head, now }
  const part = await readPart(trx, head)
  const planned = planInvoices(part)
  const invoices = planned.length > 0 ? await issueInvoices(issue, part, planned) : []
  const credits = await issueCredits(issue, invoices.length > 0 ? await readPart(trx, head) : part)
  return { issued: [...invoices, ...credits], waits: invoices.length < planned.length }
}

async function issueInvoices(
  issue: Issue,
  part: PartToBill,
  planned: ReturnType<typeof planInvoices>,
): Promise<IssuedDocument[]> {
  const { trx, head } = issue
  const order = (await trx("marketplace_placed_order").where("order_id", head.orderId).first()) as {
    number: number
    currency: string
    placed_at: Date
  }
  const house = await houseParty(trx)
  const seller = head.sellerId === null ? null : await sellingParty(trx, head.sellerId)
  const buyer = await buyerOf(trx, head.orderId, house.countryCode)
  const own = issuedByHouse(part.lines.find((line) => line.total > 0)?.accountable ?? "retailer") || seller === null
  // Nobody writes an invoice in the name of a trader that did not ask for it.
  if (!own && seller.mandatedOn === null) return []
  const code = own ? undefined : await issuerCode(trx, head.sellerId!)
  const sale = {
    orderId: head.orderId,
    orderNumber: order.number,
    orderedOn: dayOf(new Date(order.placed_at)),
    soldBy: own && seller ? seller.party.legalName : null,
    mandate: own || !seller.mandatedOn ? null : { by: house.legalName, since: seller.mandatedOn },
  }
  const issued: IssuedDocument[] = []
  for (const invoice of planned) {
    const left = (await trx("marketplace_parcel").where("id", invoice.parcelId).first("shipped_at")) as {
      shipped_at: Date
    }
    const day = dayOf(new Date(left.shipped_at))
    const body = saleBody(said(invoice.lines, part.lines, seller), sale)
    const content: DocumentContent = {
      issuer: own ? house : seller.party,
      recipient: buyer.party,
      period: { from: day, to: day },
      entries: NO_ENTRIES,
      body,
    }
    issued.push(
      await writeSaleDocument(issue, {
        key: `sale-invoice:${invoice.parcelId}`,
        currency: order.currency,
        content,
        ...(code ? { issuerCode: code } : {}),
        about: { parcel_id: invoice.parcelId, corrects: null, issuer_id: own ? null : head.sellerId },
        lines: invoice.lines,
      }),
    )
  }
  return issued
}

/** A credit note says again who and what its invoice said: names change, and a person may be forgotten meanwhile. */
async function issueCredits(issue: Issue, part: PartToBill): Promise<IssuedDocument[]> {
  const { trx, head, now } = issue
  const issued: IssuedDocument[] = []
  for (const credit of planCredits(part)) {
    const [invoice] = await findSaleDocuments(trx, [credit.invoiceId])
    if (!invoice) throw new Error(`invoice ${credit.invoiceId} vanished`)
    const body = invoice.content.body as InvoiceBody
    const reference = { id: invoice.id, number: invoice.number, issueDay: invoice.issueDay }
    const about = (await trx("marketplace_sale_document").where("document_id", invoice.id).first("issuer_id")) as {
      issuer_id: string | null
    }
    const before = part.issued.filter((each) => each.corrects === invoice.id).length
    const day = dayOf(now)
    issued.push(
      await writeSaleDocument(issue, {
        key: `sale-credit:${invoice.id}:${before + 1}`,
        currency: invoice.currency,
        content: {
          ...invoice.content,
          period: { from: day, to: day },
          body: saleBody(
            said(credit.lines, part.lines, { countryCode: invoice.content.issuer.countryCode }),
            body.sale!,
            reference,
          ),
        },
        ...(about.issuer_id ? { issuerCode: await issuerCode(trx, head.sellerId!) } : {}),
        about: { parcel_id: null, corrects: invoice.id, issuer_id: about.issuer_id },
        lines: credit.lines.map((line) => ({ ...line, gross: -line.gross, vat: line.vat === 0 ? 0 : -line.vat })),
      }),
    )
  }
  return issued
}

function said(
  parts: readonly DocumentPart[],
  lines: readonly SoldLine[],
  seller: { readonly countryCode: string } | null,
): SaidPart[] {
  return parts.map((part) => {
    const line = lines.find((each) => each.lineId === part.lineId)!
    const words = (title: string, variant: string | null): string => (variant ? `${title} – ${variant}` : title)
    return {
      ...part,
      label: {
        fr: words(line.title, line.variantTitle),
        en: words(line.titleEn ?? line.title, line.variantTitle && (line.variantTitleEn ?? line.variantTitle)),
      },
      vatOf: vatOfSale(line, seller),
    }
  })
}
