import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf, notFound } from "@gondola/kit"
import { type DocumentLocale, keepFile, keptFile, renderPdf, renderXml } from "@gondola/ledger"
import type { Download } from "../billing/document-file"
import { knexOf } from "../modules/marketplace/resolve"
import { findSaleDocument, type SaleDocumentFilter } from "./list-sale-documents"

/**
 * A shopper's invoice or credit note as a file, kept as it was first handed out. The caller's filter says what it may see.
 * @throws NOT_FOUND for a foreign document, BAD_INPUT for an unknown format
 */
export async function saleDocumentFile(
  container: MedusaContainer,
  may: Pick<SaleDocumentFilter, "sellerId" | "orderId">,
  asked: { readonly id: string; readonly format: string; readonly locale: DocumentLocale },
): Promise<Download> {
  const { format, locale } = asked
  if (format !== "pdf" && format !== "xml") throw badInput("An invoice comes as pdf or xml")
  const knex = knexOf(container)
  const found = await findSaleDocument(knex, { ...may, id: asked.id })
  if (!found) throw notFound("This document")
  const wanted = { documentId: asked.id, format, locale } as const
  const file = await keptFile(knex, wanted)
  if (file) return file
  const made = format === "xml" ? renderXml(found.document, locale) : await renderPdf(found.document, [], locale)
  if (!made) throw notFound("This document")
  return keepFile(knex, wanted, { ...made, at: clockOf(container).now() })
}
