import type { Cents } from "@gondola/kit"

/** What the house writes to a party. Each kind has a series of numbers of its own for each year. */
export const DOCUMENT_PREFIX = {
  commission_invoice: "FC",
  fee_invoice: "FF",
  ad_invoice: "FP",
  credit_note: "AV",
  statement: "RL",
} as const

export type DocumentKind = keyof typeof DOCUMENT_PREFIX
export type InvoiceKind = Exclude<DocumentKind, "statement">

export const isDocumentKind = (text: string): text is DocumentKind => text in DOCUMENT_PREFIX

/**
 * VAT category of EN 16931 (UNTDID 5305): S taxed, AE reverse charge within the EU (directive 2006/112/EC art. 44 and 196),
 * G not taxed here because the customer is established outside the EU, E no VAT for another reason, which is given.
 */
export type VatCategory = "S" | "AE" | "G" | "E"

/** Why a breakdown carries no VAT; the words are the renderer's. */
export type VatReason = "reverse_charge" | "outside_eu" | "no_consideration"

export interface DocumentParty {
  /** Seller or advertiser id; null for the retailer. */
  readonly id: string | null
  readonly legalName: string
  readonly tradeName: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  /** ISO 3166-1 alpha-2, upper case. */
  readonly countryCode: string
  /** SIREN or SIRET in France, the register's number elsewhere. */
  readonly registrationNumber: string | null
  readonly vatNumber: string | null
  readonly email: string | null
  /** What the law asks on the issuer's letter: legal form, capital, register. */
  readonly legalNote?: string | null
}

/** One line sums up many entries; each of them is in the list of details, which is read from the ledger. */
export interface DocumentLine {
  readonly label: Readonly<Record<"fr" | "en", string>>
  readonly count: number
  readonly net: Cents
  readonly category: VatCategory
  /** Basis points. */
  readonly rateBps: number
}

export interface VatBreakdown {
  readonly category: VatCategory
  readonly rateBps: number
  readonly base: Cents
  readonly vat: Cents
  readonly reason: VatReason | null
}

export interface CorrectedDocument {
  readonly id: string
  readonly number: string
  /** YYYY-MM-DD. */
  readonly issueDay: string
}

export interface InvoiceBody {
  readonly type: "invoice"
  readonly lines: readonly DocumentLine[]
  readonly vat: readonly VatBreakdown[]
  readonly net: Cents
  readonly vatTotal: Cents
  readonly gross: Cents
  /** A credit note (all amounts negative) names the invoice it corrects. */
  readonly corrects: CorrectedDocument | null
  /** Why a person credited it by hand. */
  readonly reason: string | null
}

export interface StatementBody {
  readonly type: "statement"
  readonly opening: Cents
  /** As the party sees them: credit positive. */
  readonly movements: readonly { readonly kind: string; readonly count: number; readonly amount: Cents }[]
  readonly closing: Cents
  /** Invoices and credit notes issued for the same month. */
  readonly documents: readonly { readonly number: string; readonly gross: Cents }[]
}

/** Everything a document says, frozen when it is issued. */
export interface DocumentContent {
  readonly issuer: DocumentParty
  readonly recipient: DocumentParty
  /** First and last day, YYYY-MM-DD. */
  readonly period: { readonly from: string; readonly to: string }
  /** Ledger entries it is made of: how many, and a digest of their ids and amounts. */
  readonly entries: { readonly count: number; readonly digest: string }
  readonly body: InvoiceBody | StatementBody
}

export interface DocumentDraft {
  /** Unique for ever: issuing it again answers with the document that is there. */
  readonly businessKey: string
  readonly kind: DocumentKind
  readonly party: string
  /** ISO 4217, upper case. */
  readonly currency: string
  readonly issuedAt: Date
  /** Day of issue where the retailer is, YYYY-MM-DD; its year names the series. */
  readonly issueDay: string
  readonly content: DocumentContent
}

export interface IssuedDocument extends DocumentDraft {
  readonly id: string
  readonly number: string
  readonly series: string
  readonly sequence: number
  readonly previousHash: string
  readonly hash: string
}

/** What is owed by the document; a statement says the balance at its end. */
export const grossOf = (content: DocumentContent): Cents =>
  content.body.type === "invoice" ? content.body.gross : content.body.closing
