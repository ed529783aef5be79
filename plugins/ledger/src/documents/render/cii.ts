import type { DocumentLine, DocumentParty, InvoiceBody, IssuedDocument, VatBreakdown } from "../document"
import { decimalText, type DocumentLocale } from "./amounts"
import { saleNotes } from "./sale-pdf"
import { REASONS, SALE_WORDS, TERMS } from "./words"
import { element as el, type Xml, xmlDocument } from "./xml"

/** UNTDID 1001: commercial invoice and credit note. */
const TYPE = { invoice: "380", credit: "381" } as const
/** EN 16931 itself, which is also the profile of that name of Factur-X 1.0. */
const GUIDELINE = "urn:cen.eu:en16931:2017"
/** French business process: a service, or goods, that were paid already. */
const PROCESS = { service: "S2", goods: "B2" } as const
/** UNTDID 4461: clearing between partners, and a payment service on the web. */
const MEANS = { clearing: "97", online: "68" } as const
/** ISO 6523: SIREN, SIRET, and the French electronic address, which is the SIREN. Others are reached by mail. */
const SCHEME = { siren: "0002", siret: "0009", address: "0225", mail: "EM" } as const
/** VATEX codes. */
const EXEMPTION: Readonly<Record<string, string>> = {
  AE: "VATEX-EU-AE",
  G: "VATEX-EU-G",
  O: "VATEX-EU-O",
}

const NAMESPACES = {
  "xmlns:rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
  "xmlns:ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
  "xmlns:qdt": "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
  "xmlns:udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
}

/**
 * An invoice in the semantic model of EN 16931, written as Cross Industry Invoice (UN/CEFACT D22B, the subset of Factur-X).
 * Terms in brackets are those of the standard. A credit note is positive here: its type says which way it goes.
 * @see checkedDocument for the rules on its figures
 */
export function ciiXml(document: IssuedDocument, body: InvoiceBody, locale: DocumentLocale): string {
  const sign = body.corrects ? -1 : 1
  const amount = (minor: number): string => decimalText(minor === 0 ? 0 : sign * minor)
  const { content } = document
  return xmlDocument(
    el(
      "rsm:CrossIndustryInvoice",
      [
        el("rsm:ExchangedDocumentContext", [
          el("ram:BusinessProcessSpecifiedDocumentContextParameter", [
            el("ram:ID", PROCESS[body.sale ? "goods" : "service"]),
          ]),
          el("ram:GuidelineSpecifiedDocumentContextParameter", [el("ram:ID", GUIDELINE)]),
        ]),
        el("rsm:ExchangedDocument", [
          el("ram:ID", document.number),
          el("ram:TypeCode", body.corrects ? TYPE.credit : TYPE.invoice),
          el("ram:IssueDateTime", [date("udt", document.issueDay)]),
          ...notes(content.issuer, body, locale),
        ]),
        el("rsm:SupplyChainTradeTransaction", [
          ...body.lines.map((line, index) => lineItem(line, { index, amount, locale })),
          el("ram:ApplicableHeaderTradeAgreement", [
            party("ram:SellerTradeParty", content.issuer, taxNumber(content.issuer, body)),
            party("ram:BuyerTradeParty", content.recipient, vatNumber(content.recipient)),
            body.sale
              ? el("ram:SellerOrderReferencedDocument", [el("ram:IssuerAssignedID", String(body.sale.orderNumber))])
              : null,
          ]),
          el("ram:ApplicableHeaderTradeDelivery", [
            el("ram:ActualDeliverySupplyChainEvent", [el("ram:OccurrenceDateTime", [date("udt", content.period.to)])]),
          ]),
          el("ram:ApplicableHeaderTradeSettlement", settlement(document, body, { amount, locale })),
        ]),
      ],
      NAMESPACES,
    ),
  )
}

interface Writing {
  readonly amount: (minor: number) => string
  readonly locale: DocumentLocale
}

const date = (prefix: "udt" | "qdt", day: string): Xml =>
  el(`${prefix}:DateTimeString`, day.replaceAll("-", ""), { format: "102" })

/** Subject codes that French rules ask for (BR-FR-05): cost of recovery, late penalties, discount; then free notes [BG-1]. */
function notes(issuer: DocumentParty, body: InvoiceBody, locale: DocumentLocale): Xml[] {
  const note = (text: string, code: string | null): Xml =>
    el("ram:IncludedNote", [el("ram:Content", text), code === null ? null : el("ram:SubjectCode", code)])
  // Terms of payment between businesses have no place on a shopper's.
  if (body.sale)
    return [...saleNotes(issuer, body.sale, locale), SALE_WORDS.goods[locale]].map((text) => note(text, null))
  return [
    note(TERMS.indemnity[locale], "PMT"),
    note(TERMS.late[locale], "PMD"),
    note(TERMS.discount[locale], "AAB"),
    note(TERMS.services[locale], null),
    ...(body.reason ? [note(body.reason, null)] : []),
  ]
}

/**
 * [BG-25] One of the sum: the number of sales is in the name, for a price of each would not multiply back to the cent. Sold
 * units are counted, their price is that of all of them [BT-149].
 */
function lineItem(line: DocumentLine, { index, amount, locale }: Writing & { readonly index: number }): Xml {
  const units = line.vat === undefined ? 1 : Math.max(1, line.count)
  return el("ram:IncludedSupplyChainTradeLineItem", [
    el("ram:AssociatedDocumentLineDocument", [el("ram:LineID", String(index + 1))]),
    el("ram:SpecifiedTradeProduct", [el("ram:Name", line.label[locale])]),
    el("ram:SpecifiedLineTradeAgreement", [
      el("ram:NetPriceProductTradePrice", [
        el("ram:ChargeAmount", amount(line.net)),
        units > 1 ? el("ram:BasisQuantity", String(units), { unitCode: "C62" }) : null,
      ]),
    ]),
    el("ram:SpecifiedLineTradeDelivery", [el("ram:BilledQuantity", String(units), { unitCode: "C62" })]),
    el("ram:SpecifiedLineTradeSettlement", [
      el("ram:ApplicableTradeTax", [el("ram:TypeCode", "VAT"), el("ram:CategoryCode", line.category), rateOf(line)]),
      el("ram:SpecifiedTradeSettlementLineMonetarySummation", [el("ram:LineTotalAmount", amount(line.net))]),
    ]),
  ])
}

const percent = (bps: number): string => (bps / 100).toFixed(2)

/** Outside the scope of VAT there is no rate (BR-O-05). */
const rateOf = (line: Pick<DocumentLine, "category" | "rateBps">): Xml =>
  line.category === "O" ? null : el("ram:RateApplicablePercent", percent(line.rateBps))

const vatNumber = (who: DocumentParty): Xml =>
  who.vatNumber ? el("ram:SpecifiedTaxRegistration", [el("ram:ID", who.vatNumber, { schemeID: "VA" })]) : null

/** [BT-31], or [BT-32] of a trader without VAT number; outside the scope of VAT none may be said (BR-O-02). */
function taxNumber(issuer: DocumentParty, body: InvoiceBody): Xml {
  if (body.vat.some((each) => each.category === "O")) return null
  if (issuer.vatNumber || !body.sale || !issuer.registrationNumber) return vatNumber(issuer)
  return el("ram:SpecifiedTaxRegistration", [el("ram:ID", issuer.registrationNumber, { schemeID: "FC" })])
}

/** [BG-4] and [BG-7]. */
function party(name: string, who: DocumentParty, tax: Xml): Xml {
  const digits = (who.registrationNumber ?? "").replace(/\D/g, "")
  const french = who.countryCode === "FR" && (digits.length === 9 || digits.length === 14)
  const register = french ? digits.slice(0, 9) : who.registrationNumber
  return el(name, [
    french && digits.length === 14 ? el("ram:GlobalID", digits, { schemeID: SCHEME.siret }) : null,
    el("ram:Name", who.legalName),
    who.id === null && who.legalNote ? el("ram:Description", who.legalNote) : null,
    register || who.tradeName !== who.legalName
      ? el("ram:SpecifiedLegalOrganization", [
          register ? el("ram:ID", register, french ? { schemeID: SCHEME.siren } : {}) : null,
          who.tradeName === who.legalName ? null : el("ram:TradingBusinessName", who.tradeName),
        ])
      : null,
    el("ram:PostalTradeAddress", [
      who.postalCode ? el("ram:PostcodeCode", who.postalCode) : null,
      who.street ? el("ram:LineOne", who.street) : null,
      who.city ? el("ram:CityName", who.city) : null,
      el("ram:CountryID", who.countryCode),
    ]),
    electronicAddress(who, french ? digits : null),
    tax,
  ])
}

/** [BT-34] and [BT-49]. */
function electronicAddress(who: DocumentParty, digits: string | null): Xml {
  const uri = (text: string, schemeID: string): Xml =>
    el("ram:URIUniversalCommunication", [el("ram:URIID", text, { schemeID })])
  if (digits) return uri(digits.slice(0, 9), SCHEME.address)
  return who.email ? uri(who.email, SCHEME.mail) : null
}

function settlement({ content, currency, issueDay }: IssuedDocument, body: InvoiceBody, writing: Writing): Xml[] {
  const { amount, locale } = writing
  const { period } = content
  return [
    el("ram:InvoiceCurrencyCode", currency),
    el("ram:SpecifiedTradeSettlementPaymentMeans", [el("ram:TypeCode", MEANS[body.sale ? "online" : "clearing"])]),
    ...body.vat.map((each) => breakdown(each, writing)),
    el("ram:BillingSpecifiedPeriod", [
      el("ram:StartDateTime", [date("udt", period.from)]),
      el("ram:EndDateTime", [date("udt", period.to)]),
    ]),
    el("ram:SpecifiedTradePaymentTerms", [
      el("ram:Description", paidWords(body)[locale]),
      el("ram:DueDateDateTime", [date("udt", issueDay)]),
    ]),
    el("ram:SpecifiedTradeSettlementHeaderMonetarySummation", [
      el("ram:LineTotalAmount", amount(body.net)),
      el("ram:TaxBasisTotalAmount", amount(body.net)),
      el("ram:TaxTotalAmount", amount(body.vatTotal), { currencyID: currency }),
      el("ram:GrandTotalAmount", amount(body.gross)),
      el("ram:TotalPrepaidAmount", amount(body.gross)),
      el("ram:DuePayableAmount", amount(0)),
    ]),
    body.corrects
      ? el("ram:InvoiceReferencedDocument", [
          el("ram:IssuerAssignedID", body.corrects.number),
          el("ram:FormattedIssueDateTime", [date("qdt", body.corrects.issueDay)]),
        ])
      : null,
  ]
}

const paidWords = ({ sale, corrects }: InvoiceBody) =>
  sale ? SALE_WORDS[corrects ? "refunded" : "paid"] : TERMS[corrects ? "refunded" : "settled"]

/** [BG-23]. */
const breakdown = (vat: VatBreakdown, { amount, locale }: Writing): Xml =>
  el("ram:ApplicableTradeTax", [
    el("ram:CalculatedAmount", amount(vat.vat)),
    el("ram:TypeCode", "VAT"),
    vat.reason === null ? null : el("ram:ExemptionReason", REASONS[vat.reason][locale]),
    el("ram:BasisAmount", amount(vat.base)),
    el("ram:CategoryCode", vat.category),
    EXEMPTION[vat.category] ? el("ram:ExemptionReasonCode", EXEMPTION[vat.category]!) : null,
    vat.reason === "small_business" ? el("ram:ExemptionReasonCode", "VATEX-FR-FRANCHISE") : null,
    rateOf(vat),
  ])
