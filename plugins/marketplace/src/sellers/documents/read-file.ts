import type { MedusaContainer } from "@medusajs/framework/types"
import { notFound } from "@gondola/kit"
import { knexOf } from "../../modules/marketplace/resolve"

export interface PrivateFile {
  readonly name: string
  readonly mime: string
  readonly content: Buffer
  readonly sellerId: string
}

/**
 * The bytes of a paper; `sellerId` null is the operator, who may read every seller's.
 * @throws NOT_FOUND also for another seller's paper and for one that was erased
 */
export async function readDocumentFile(
  container: MedusaContainer,
  documentId: string,
  sellerId: string | null,
): Promise<PrivateFile> {
  const row = (await knexOf(container)("marketplace_seller_document as d")
    .join("marketplace_private_file as f", "f.id", "d.file_id")
    .where("d.id", documentId)
    .modify((query) => (sellerId ? query.where("d.seller_id", sellerId) : query))
    .first("d.file_name as name", "d.seller_id as sellerId", "f.mime", "f.content")) as PrivateFile | undefined
  if (!row) throw notFound("This paper")
  return row
}
