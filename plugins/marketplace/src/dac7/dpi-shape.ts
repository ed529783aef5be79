import type { Xml, XmlElement } from "@gondola/ledger"

/** Text of a leaf, or the children of an element in their order. */
interface Shape {
  readonly text?: RegExp
  readonly children?: readonly Child[]
  readonly attributes?: Readonly<Record<string, RegExp>>
}
interface Child {
  readonly name: string
  readonly shape: Shape
  readonly min?: 0
  readonly many?: true
}

const text = (longest: number): RegExp => new RegExp(`^(?=[\\s\\S]*\\S)[\\s\\S]{1,${longest}}$`)
const leaf = (pattern: RegExp, attributes?: Shape["attributes"]): Shape => ({ text: pattern, attributes })
const child = (name: string, shape: Shape): Child => ({ name: `dpi:${name}`, shape })
const perhaps = (name: string, shape: Shape): Child => ({ ...child(name, shape), min: 0 })
const sequence = (...children: readonly Child[]): Shape => ({ children })

const COUNTRY = leaf(/^[A-Z]{2}$/)
const WORDS = leaf(text(200))
const DATE = leaf(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
const TIN = leaf(text(200), { issuedBy: /^[A-Z]{2}$/, unknown: /^(true|false)$/ })
const AMOUNT = leaf(/^\d+$/, { currCode: /^[A-Z]{3}$/ })

const address = sequence(
  child("CountryCode", COUNTRY),
  child("AddressFix", sequence(perhaps("Street", WORDS), perhaps("PostCode", WORDS), child("City", WORDS))),
)
const docSpec: Shape = {
  children: [
    { name: "stf:DocTypeIndic", shape: leaf(/^OECD[0-3]$/) },
    { name: "stf:DocRefId", shape: leaf(text(200)) },
  ],
}
const byQuarter = (name: string, shape: Shape): Shape =>
  sequence(...[1, 2, 3, 4].map((quarter) => child(`${name}Q${quarter}`, shape)))

const individual = sequence(
  child("ResCountryCode", COUNTRY),
  child("TIN", TIN),
  perhaps("VAT", WORDS),
  child("Name", sequence(child("FirstName", WORDS), child("LastName", WORDS))),
  child("Address", address),
  child("BirthInfo", sequence(child("BirthDate", DATE))),
)
const entity = sequence(
  child("ResCountryCode", COUNTRY),
  child("TIN", TIN),
  perhaps("IN", leaf(text(200), { issuedBy: /^[A-Z]{2}$/, INType: /^(BRN|LEI|EIN|OTHER)$/ })),
  perhaps("VAT", WORDS),
  child("Name", WORDS),
  child("Address", address),
)
const seller = sequence(
  child("Identity", {
    // Either of the two: which of them is told by what the element holds.
    children: [
      perhaps("EntitySeller", sequence(child("Standard", sequence(child("EntSellerID", entity))))),
      perhaps("IndividualSeller", sequence(child("Standard", sequence(child("IndSellerID", individual))))),
    ],
  }),
  child(
    "RelevantActivities",
    sequence(
      child(
        "SaleOfGoods",
        sequence(
          child("Consideration", byQuarter("Cons", AMOUNT)),
          child("NumberOfActivities", byQuarter("Numb", leaf(/^\d+$/))),
          child("Fees", byQuarter("Fees", AMOUNT)),
          child("Taxes", byQuarter("Taxes", AMOUNT)),
        ),
      ),
    ),
  ),
  child("DocSpec", docSpec),
)
const message = sequence(
  child("TransmittingCountry", leaf(/^FR$/)),
  child("ReceivingCountry", leaf(/^FR$/)),
  child("MessageType", leaf(/^DPI$/)),
  child("MessageRefId", leaf(/^(?=.{1,88}$)OP_(202[3-9]|20[3-9]\d)_\d{9}_.+$/)),
  child("MessageTypeIndic", leaf(/^DPI40[1-3]$/)),
  child("ReportingPeriod", DATE),
  child("Timestamp", leaf(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)),
)
const operator = sequence(
  child("ResCountryCode", COUNTRY),
  child("TIN", leaf(/^\d{9}$/, { issuedBy: /^FR$/ })),
  perhaps("VAT", WORDS),
  child("Name", WORDS),
  child("PlatformBusinessName", WORDS),
  child("Address", address),
  child("Nexus", leaf(/^RPONEX[1-4]$/)),
  child("AssumedReporting", leaf(/^(true|false)$/)),
  child("DocSpec", docSpec),
)
/** What we write of the DGFiP's `DPIXML_v1.1-fr1.xsd`: elements, order, how often, lengths and patterns. */
const REPORT = sequence(
  child("MessageSpec", message),
  child(
    "DPIBody",
    sequence(child("PlatformOperator", operator), { ...perhaps("ReportableSeller", seller), many: true }),
  ),
)

const childrenOf = (content: Xml): XmlElement[] =>
  content === null || typeof content === "string"
    ? []
    : Array.isArray(content)
      ? (content as readonly Xml[]).flatMap(childrenOf)
      : [content as XmlElement]

/** Where a report does not fit the administration's schema; empty when it does. */
export const shapeFaults = (root: XmlElement): string[] =>
  root.name === "dpi:DPI_OECD" ? faults(root, REPORT, root.name) : [`${root.name}: not a DPI_OECD`]

function faults(node: XmlElement, shape: Shape, path: string): string[] {
  const found: string[] = []
  for (const [name, pattern] of Object.entries(shape.attributes ?? {})) {
    const value = node.attributes[name]
    if (value !== undefined && !pattern.test(value)) found.push(`${path}@${name}: «${value}»`)
  }
  if (shape.text) {
    const value = typeof node.content === "string" ? node.content : ""
    return shape.text.test(value) ? found : [...found, `${path}: «${value.slice(0, 40)}»`]
  }
  const children = childrenOf(node.content)
  let next = 0
  for (const each of shape.children ?? []) {
    let seen = 0
    while (children[next]?.name === each.name && (each.many || seen === 0)) {
      found.push(...faults(children[next]!, each.shape, `${path}/${each.name}`))
      next += 1
      seen += 1
    }
    if (seen === 0 && each.min !== 0) found.push(`${path}/${each.name}: missing`)
  }
  if (next < children.length) found.push(`${path}/${children[next]!.name}: not here`)
  return found
}
