import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf, notFound } from "@gondola/kit"
import {
  type AnnexRow,
  type DocumentLocale,
  ENTRY_KIND_WORDS,
  findDocument,
  type IssuedDocument,
  keepFile,
  keptFile,
  renderPdf,
  renderXml,
} from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"
import { documentCsv } from "./document-csv"
import { documentRows } from "./document-rows"

export const FORMATS = ["pdf", "xml", "csv"] as const
export type DownloadFormat = (typeof FORMATS)[number]

export interface Download {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/**
 * A document as a file. PDF and XML are kept as they were first made, so that what was handed out never changes.
 * @param asked.party keeps a seller to its own; absent for the operator
 * @throws NOT_FOUND for a foreign document and for the XML of a statement, BAD_INPUT for an unknown format
 */
export async function documentFile(
  container: MedusaContainer,
  asked: {
    readonly id: string
    readonly party?: string
    readonly format: string
    readonly locale: DocumentLocale
  },
): Promise<Download> {
  const format = FORMATS.find((each) => each === asked.format)
  if (!format) throw badInput(`A document comes as ${FORMATS.join(", ")}`)
  const document = await findDocument(knexOf(container), {
    id: asked.id,
    ...(asked.party === undefined ? {} : { party: asked.party }),
  })
  if (!document) throw notFound("This document")
  if (format === "csv") {
    const rows = await documentRows(container, document, asked)
    const bytes = Buffer.from(documentCsv(document, rows, asked.locale), "utf8")
    return { name: `${document.number}.csv`, mediaType: "text/csv; charset=utf-8", bytes }
  }
  return kept(container, document, { format, locale: asked.locale })
}

async function kept(
  container: MedusaContainer,
  document: IssuedDocument,
  { format, locale }: { readonly format: "pdf" | "xml"; readonly locale: DocumentLocale },
): Promise<Download> {
  const knex = knexOf(container)
  const wanted = { documentId: document.id, format, locale }
  const file = await keptFile(knex, wanted)
  if (file) return file
  const made =
    format === "xml"
      ? renderXml(document, locale)
      : await renderPdf(document, await printedRows(container, document, locale), locale)
  if (!made) throw notFound("The XML of a statement")
  return keepFile(knex, wanted, { ...made, at: clockOf(container).now() })
}

/** On paper the kind stands before the text: a fee and its VAT read alike otherwise. */
async function printedRows(
  container: MedusaContainer,
  document: IssuedDocument,
  locale: DocumentLocale,
): Promise<AnnexRow[]> {
  const rows = await documentRows(container, document, { locale })
  return rows.map((row) => {
    const kind = ENTRY_KIND_WORDS[row.kind]?.[locale] ?? row.kind
    return { ...row, text: row.text === kind ? kind : `${kind} · ${row.text}` }
  })
}
