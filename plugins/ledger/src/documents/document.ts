import type { Cents } from "@gondola/kit"

/** What the house writes to a party. Each kind has a series of numbers of its own for each year. */
export const DOCUMENT_PREFIX = {
  commission_invoice: "FC",
  fee_invoice: "FF",
  credit_note: "AV",
  statement: "RL",
  sale_invoice: "FV",
  sale_credit_note: "AC",
} as const

export type DocumentKind = keyof typeof DOCUMENT_PREFIX
/** What a trader bills its shopper: each issuer has a series of its own, and no ledger entry is claimed. */
export const SALE_KINDS = ["sale_invoice", "sale_credit_note"] as const satisfies readonly DocumentKind[]

export const isSaleKind = (kind: DocumentKind): boolean => (SALE_KINDS as readonly DocumentKind[]).includes(kind)

export type InvoiceKind = Exclude<DocumentKind, "statement">

export const isDocumentKind = (text: string): text is DocumentKind => text in DOCUMENT_PREFIX

/**
 * VAT category of EN 16931 (UNTDID 5305): S taxed, AE reverse charge within the EU (directive 2006/112/EC art. 44 and 196),
 * G not taxed here because the customer is established outside the EU, E no VAT for another reason, which is given, O outside
 * the scope of VAT here (goods that are imported), Z taxed at zero.
 */
export type VatCategory = "S" | "AE" | "G" | "E" | "O" | "Z"

/** Why a breakdown carries no VAT; the words are the renderer's. */
export type VatReason =
  "reverse_charge" | "outside_eu" | "no_consideration" | "small_business" | "small_business_eu" | "import"

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
  /** Where prices hold the VAT, each line has its own, rounded by itself. */
  readonly vat?: Cents
}

/** What an invoice of a trader to a shopper says beyond its figures. */
export interface SaleNote {
  readonly orderId: string
  readonly orderNumber: number
  /** YYYY-MM-DD. */
  readonly orderedOn: string
  /** Whose offer it was, where another is the issuer: the platform as deemed supplier. */
  readonly soldBy: string | null
  /** Issued by the platform in the trader's name (CGI art. 289, I-2): by whom, and the day of the mandate. */
  readonly mandate: { readonly by: string; readonly since: string } | null
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
  /** Only on a trader's invoice or credit note to a shopper. */
  readonly sale?: SaleNote
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
  /** Of the issuer, where each has a series of its own. */
  readonly issuerCode?: string
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
