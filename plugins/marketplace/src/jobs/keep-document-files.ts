import type { MedusaContainer } from "@medusajs/framework/types"
import { keepDocumentFiles } from "../billing/keep-files"

export default async function keepDocumentFilesJob(container: MedusaContainer): Promise<void> {
  await keepDocumentFiles(container)
}

/** A PDF takes a tenth of a second: small portions, so that the shop does not feel them. */
export const config = { name: "keep-document-files", schedule: { interval: 60_000 } }
