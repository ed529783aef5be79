import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { saleDocumentFile, uploaderOf } from "@gondola/marketplace"
import { answering } from "../../answer"

/** An invoice or credit note to a shopper as PDF or XML: of a seller's own sales, or any for the operator. */
export const GET = (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> =>
  answering(req, res, async () => {
    const { actor_type: actorType, actor_id: actorId } = req.auth_context
    const sellerId = await uploaderOf(req.scope, { actorType, actorId })
    const file = await saleDocumentFile(req.scope, sellerId === null ? {} : { sellerId }, {
      id: req.params.id ?? "",
      format: String(req.query.format ?? "pdf"),
      locale: req.query.locale === "en" ? "en" : "fr",
    })
    res.setHeader("content-type", file.mediaType)
    // The name is the document's number: letters, digits and dashes.
    res.setHeader("content-disposition", `attachment; filename="${file.name}"`)
    res.setHeader("cache-control", "private, no-store")
    res.setHeader("x-content-type-options", "nosniff")
    res.end(file.bytes)
  })
