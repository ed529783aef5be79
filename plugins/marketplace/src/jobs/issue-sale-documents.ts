import type { MedusaContainer } from "@medusajs/framework/types"
import { issueDueSaleDocuments } from "../sale-documents/issue-due"

export default async function issueSaleDocumentsJob(container: MedusaContainer): Promise<void> {
  await issueDueSaleDocuments(container)
}

/** Nearly always nothing: documents are issued with the parcel and the refund. */
export const config = { name: "issue-sale-documents", schedule: { interval: 60_000 } }
