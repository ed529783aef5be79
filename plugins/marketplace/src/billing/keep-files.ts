import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { findDocument, unrenderedDocuments } from "@gondola/ledger"
import { knexOf } from "../modules/marketplace/resolve"
import { documentFile } from "./document-file"

/**
 * Makes the files of what was issued, in the seller's language, oldest first: they are kept even where nobody asks for them.
 * One that cannot be made is told to the log and does not hold up the others.
 */
export async function keepDocumentFiles(container: MedusaContainer, most = 50): Promise<number> {
  const knex = knexOf(container)
  const ids = await unrenderedDocuments(knex, most)
  let kept = 0
  for (const id of ids) {
    try {
      const document = await findDocument(knex, { id })
      if (!document) continue
      const seller = (await knex("marketplace_seller").where("id", document.party).first("locale")) as
        { locale: string } | undefined
      const locale = seller?.locale === "en" ? "en" : "fr"
      if (document.kind !== "statement") await documentFile(container, { id, format: "xml", locale })
      await documentFile(container, { id, format: "pdf", locale })
      kept += 1
    } catch (error) {
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`document ${id} has no file`, error as Error)
    }
  }
  return kept
}
