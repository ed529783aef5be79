import type { DocumentParty } from "@gondola/ledger"
import { element as el, type Xml, xmlDocument, type XmlElement } from "@gondola/ledger"
import { wholeEuros, withoutNegatives, type Year } from "./quarters"
import { taxNumberOf, type TaxSubject } from "./tax-data"

export interface ReportedSeller {
  readonly sellerId: string
  readonly legalName: string
  readonly vatNumber: string | null
  readonly subject: TaxSubject
  readonly year: Year
}

export interface DpiReport {
  readonly year: number
  readonly version: number
  readonly madeAt: Date
  readonly operator: DocumentParty
  readonly sellers: readonly ReportedSeller[]
}

const NAMESPACES = {
  "xmlns:dpi": "urn:oecd:ties:dpi",
  "xmlns:stf": "urn:oecd:ties:dpistf",
  version: "1.0",
}

/** The operator's SIREN names the message. */
const siren = (operator: DocumentParty): string => (operator.registrationNumber ?? "").replace(/\D/g, "").slice(0, 9)

/** Unique for ever, by the form that the DGFiP asks for. */
export const messageRef = ({ year, version, operator }: Pick<DpiReport, "year" | "version" | "operator">): string =>
  `OP_${year}_${siren(operator)}_V${version}`

/**
 * The yearly report of a platform operator (DAC7) in the form of the French administration: OECD's DPI schema, amounts in
 * whole euros, by quarter. DPI403 says that there is nobody to report.
 */
export const dpiXml = (report: DpiReport): string => xmlDocument(dpiTree(report))

export function dpiTree(report: DpiReport): XmlElement {
  const reference = messageRef(report)
  return el(
    "dpi:DPI_OECD",
    [
      el("dpi:MessageSpec", [
        el("dpi:TransmittingCountry", "FR"),
        el("dpi:ReceivingCountry", "FR"),
        el("dpi:MessageType", "DPI"),
        el("dpi:MessageRefId", reference),
        el("dpi:MessageTypeIndic", report.sellers.length > 0 ? "DPI401" : "DPI403"),
        el("dpi:ReportingPeriod", `${report.year}-12-31`),
        el("dpi:Timestamp", report.madeAt.toISOString().slice(0, 19)),
      ]),
      el("dpi:DPIBody", [
        operatorXml(report, reference),
        ...report.sellers.map((seller) => sellerXml(seller, reference)),
      ]),
    ],
    NAMESPACES,
  )
}

const docSpec = (reference: string): Xml =>
  el("dpi:DocSpec", [el("stf:DocTypeIndic", "OECD1"), el("stf:DocRefId", reference)])

interface Place {
  readonly countryCode: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
}

const address = ({ countryCode, street, postalCode, city }: Place): Xml =>
  el("dpi:Address", [
    el("dpi:CountryCode", countryCode.toUpperCase()),
    el("dpi:AddressFix", [
      street.trim() ? el("dpi:Street", street) : null,
      postalCode.trim() ? el("dpi:PostCode", postalCode) : null,
      el("dpi:City", city.trim() || "-"),
    ]),
  ])

function operatorXml({ operator }: DpiReport, reference: string): Xml {
  return el("dpi:PlatformOperator", [
    el("dpi:ResCountryCode", operator.countryCode),
    el("dpi:TIN", siren(operator), { issuedBy: "FR" }),
    operator.vatNumber ? el("dpi:VAT", operator.vatNumber) : null,
    el("dpi:Name", operator.legalName),
    el("dpi:PlatformBusinessName", operator.tradeName),
    address(operator),
    // Resident for tax purposes in the state of the report.
    el("dpi:Nexus", "RPONEX1"),
    el("dpi:AssumedReporting", "false"),
    docSpec(`${reference}_OPERATOR`),
  ])
}

function sellerXml(seller: ReportedSeller, reference: string): Xml {
  return el("dpi:ReportableSeller", [
    el("dpi:Identity", [identity(seller)]),
    el("dpi:RelevantActivities", [el("dpi:SaleOfGoods", activity(seller.year))]),
    docSpec(`${reference}_${seller.sellerId}`),
  ])
}

function identity({ subject, legalName, vatNumber }: ReportedSeller): Xml {
  const country = subject.countryCode.toUpperCase()
  const number = taxNumberOf(subject)
  const tin = number ? el("dpi:TIN", number, { issuedBy: country }) : el("dpi:TIN", "NOTIN", { unknown: "true" })
  const vat = vatNumber ? el("dpi:VAT", vatNumber) : null
  const place = address(subject)
  if (subject.person !== null && subject.legalForm === "sole_trader") {
    const { firstName, lastName, birthDate } = subject.person
    return el("dpi:IndividualSeller", [
      el("dpi:Standard", [
        el("dpi:IndSellerID", [
          el("dpi:ResCountryCode", country),
          tin,
          vat,
          el("dpi:Name", [el("dpi:FirstName", firstName), el("dpi:LastName", lastName)]),
          place,
          el("dpi:BirthInfo", [el("dpi:BirthDate", birthDate)]),
        ]),
      ]),
    ])
  }
  return el("dpi:EntitySeller", [
    el("dpi:Standard", [
      el("dpi:EntSellerID", [
        el("dpi:ResCountryCode", country),
        tin,
        subject.registrationNumber
          ? el("dpi:IN", subject.registrationNumber, { issuedBy: country, INType: "BRN" })
          : null,
        vat,
        el("dpi:Name", legalName),
        place,
      ]),
    ]),
  ])
}

function activity(year: Year): Xml[] {
  const amounts = (name: string, key: "consideration" | "fees" | "taxes"): Xml[] =>
    withoutNegatives(year.map((quarter) => quarter[key])).map((amount, index) =>
      el(`dpi:${name}Q${index + 1}`, String(wholeEuros(amount)), { currCode: "EUR" }),
    )
  return [
    el("dpi:Consideration", amounts("Cons", "consideration")),
    el(
      "dpi:NumberOfActivities",
      year.map((quarter, index) => el(`dpi:NumbQ${index + 1}`, String(quarter.sales))),
    ),
    el("dpi:Fees", amounts("Fees", "fees")),
    el("dpi:Taxes", amounts("Taxes", "taxes")),
  ]
}
