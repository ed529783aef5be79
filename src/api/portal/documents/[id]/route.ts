import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { documentFile, uploaderOf } from "@gondola/marketplace"
import { answering } from "../../answer"

/** An invoice, credit note or statement as PDF, XML or CSV: a seller's own, or any for the operator. */
export const GET = (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> =>
  answering(req, res, async () => {
    const { actor_type: actorType, actor_id: actorId } = req.auth_context
    const sellerId = await uploaderOf(req.scope, { actorType, actorId })
    const file = await documentFile(req.scope, {
      id: req.params.id ?? "",
      ...(sellerId === null ? {} : { party: sellerId }),
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
