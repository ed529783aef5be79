import type { Content, TDocumentDefinitions } from "pdfmake/interfaces"
import type { DocumentParty, IssuedDocument, SaleNote } from "../document"
import { dayText, type DocumentLocale } from "./amounts"
import { ACCENT, INK, ROWS, STYLES } from "./pdf"
import { TITLES, WORDS } from "./words"

/** One entry behind a document, as its annex lists it. */
export interface AnnexRow {
  /** YYYY-MM-DD. */
  readonly day: string
  readonly text: string
  /** «#1042», or empty. */
  readonly reference: string
  /** Minor units, as the party sees them. */
  readonly amount: number
}

export interface Printed {
  readonly document: IssuedDocument
  readonly rows: readonly AnnexRow[]
  readonly locale: DocumentLocale
}

/** Longer lists would make a PDF that nobody prints; the CSV has them all. */
export const ANNEX_LIMIT = 1000

export function page({ document, locale }: Printed, content: Content[]): TDocumentDefinitions {
  const title = `${TITLES[document.kind][locale]} ${document.number}`
  return {
    pageSize: "A4",
    pageMargins: [42, 42, 42, 64],
    version: "1.7",
    // Made to be kept ten years.
    subset: "PDF/A-3b",
    tagged: true,
    displayTitle: true,
    info: {
      title,
      author: document.content.issuer.legalName,
      // The instant of the document and not of its printing, so that it always prints to the same bytes.
      creationDate: new Date(document.issuedAt.getTime()),
    },
    language: locale,
    defaultStyle: { font: "Roboto", fontSize: 9.5, color: INK, lineHeight: 1.2 },
    styles: STYLES,
    content: [...head(document, locale), ...content],
    footer: (current: number, pages: number): Content => ({
      margin: [42, 14, 42, 0],
      columns: [
        { width: "*", text: footerText(document), style: "small" },
        {
          width: 90,
          alignment: "right",
          style: "small",
          text: WORDS.page[locale].replace("{page}", String(current)).replace("{pages}", String(pages)),
        },
      ],
    }),
  }
}

function footerText({ content: { issuer }, hash, number }: IssuedDocument): string {
  const identity = [issuer.legalName, issuer.legalNote, issuer.registrationNumber, issuer.vatNumber].filter(Boolean)
  return `${identity.join(" · ")}\n${number} · SHA-256 ${hash.slice(0, 16)}`
}

function head(document: IssuedDocument, locale: DocumentLocale): Content[] {
  const { content, number, issueDay } = document
  const { body, period } = content
  const sale = body.type === "invoice" ? body.sale : undefined
  const facts: [string, string][] = [
    [WORDS.number[locale], number],
    [WORDS.issued[locale], dayText(issueDay, locale)],
    ...(sale
      ? saleFacts(document, sale, locale)
      : ([[WORDS.period[locale], `${dayText(period.from, locale)} – ${dayText(period.to, locale)}`]] as [
          string,
          string,
        ][])),
  ]
  if (body.type === "invoice") {
    if (body.corrects) {
      const { number: corrected, issueDay: on } = body.corrects
      facts.push([WORDS.corrects[locale], `${corrected} ${WORDS.of[locale]} ${dayText(on, locale)}`])
    } else if (!sale) facts.push([WORDS.due[locale], dayText(issueDay, locale)])
    if (body.reason) facts.push([WORDS.reason[locale], body.reason])
  }
  return [
    {
      columns: [
        { width: "*", stack: [{ text: content.issuer.tradeName, fontSize: 13, bold: true, color: ACCENT }] },
        { width: "auto", text: TITLES[document.kind][locale], style: "title", alignment: "right" },
      ],
      margin: [0, 0, 0, 18],
    },
    {
      columns: [
        { width: "*", stack: partyLines(content.issuer, locale) },
        {
          width: 230,
          stack: [
            {
              text: WORDS[body.type === "statement" ? "account" : sale ? "buyer" : "recipient"][locale],
              style: "head",
            },
            ...partyLines(content.recipient, locale),
          ],
        },
      ],
      margin: [0, 0, 0, 18],
    },
    {
      layout: ROWS,
      table: {
        widths: [110, "*"],
        body: facts.map(([label, value]) => [{ text: label, style: "head", margin: [0, 1, 0, 0] }, { text: value }]),
      },
    },
  ]
}

function saleFacts({ content, kind }: IssuedDocument, sale: SaleNote, locale: DocumentLocale): [string, string][] {
  return [
    [WORDS.order[locale], `${sale.orderNumber} ${WORDS.of[locale]} ${dayText(sale.orderedOn, locale)}`],
    ...(kind === "sale_invoice"
      ? ([[WORDS.shipped[locale], dayText(content.period.to, locale)]] as [string, string][])
      : []),
    ...(sale.soldBy ? ([[WORDS.soldBy[locale], sale.soldBy]] as [string, string][]) : []),
  ]
}

const countryNames = { fr: "fr", en: "en" } as const

function partyLines(party: DocumentParty, locale: DocumentLocale): Content[] {
  const country =
    new Intl.DisplayNames([countryNames[locale]], { type: "region" }).of(party.countryCode) ?? party.countryCode
  return [
    { text: party.legalName, bold: true },
    ...(party.tradeName !== party.legalName && party.id !== null ? [{ text: party.tradeName }] : []),
    ...[party.street, `${party.postalCode} ${party.city}`.trim()].filter(Boolean).map((text) => ({ text })),
    { text: country },
    ...(party.registrationNumber ? [{ text: `${registerName(party, locale)} ${party.registrationNumber}` }] : []),
    ...(party.vatNumber ? [{ text: `${WORDS.vatNumber[locale]} ${party.vatNumber}` }] : []),
  ]
}

/** A French number is a SIREN (9 digits) or a SIRET (14). */
function registerName(party: DocumentParty, locale: DocumentLocale): string {
  const digits = (party.registrationNumber ?? "").replace(/\D/g, "").length
  if (party.countryCode === "FR" && (digits === 9 || digits === 14)) return digits === 9 ? "SIREN" : "SIRET"
  return WORDS.registration[locale]
}
