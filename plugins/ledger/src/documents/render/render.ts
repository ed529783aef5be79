import type { IssuedDocument } from "../document"
import type { DocumentLocale } from "./amounts"
import { ciiXml } from "./cii"
import { FACTUR_X_XMP, withData } from "./factur-x"
import { invoicePdf } from "./invoice-pdf"
import type { AnnexRow } from "./page"
import { pdfBytes } from "./pdf"
import { salePdf } from "./sale-pdf"
import { statementPdf } from "./statement-pdf"

export interface Rendered {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
}

/**
 * The document as a person reads it. An invoice or credit note is a Factur-X: PDF/A-3 with its EN 16931 data inside, so that
 * the paper and the data cannot part. The same document gives the same bytes.
 */
export async function renderPdf(
  document: IssuedDocument,
  rows: readonly AnnexRow[],
  locale: DocumentLocale,
): Promise<Rendered> {
  const { body } = document.content
  const printed = { document, rows, locale }
  const bytes =
    body.type === "statement"
      ? await pdfBytes(statementPdf(printed, body))
      : await pdfBytes(
          withData(
            body.sale ? salePdf(printed, body, body.sale) : invoicePdf(printed, body),
            ciiXml(document, body, locale),
            document.issuedAt,
          ),
          FACTUR_X_XMP,
        )
  return { name: `${document.number}.pdf`, mediaType: "application/pdf", bytes }
}

/** The data alone, as Cross Industry Invoice; a statement has none. */
export function renderXml(document: IssuedDocument, locale: DocumentLocale): Rendered | null {
  const { body } = document.content
  if (body.type === "statement") return null
  const bytes = Buffer.from(ciiXml(document, body, locale), "utf8")
  return { name: `${document.number}.xml`, mediaType: "application/xml", bytes }
}
