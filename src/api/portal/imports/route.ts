import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { receiveUpload, uploaderOf } from "@gondola/marketplace"
import { answering } from "../answer"

/** Takes a file for an import as the body of the request, streamed to disk; answers with its id. */
export const POST = (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> =>
  answering(req, res, async () => {
    const { actor_type: actorType, actor_id: actorId } = req.auth_context
    const sellerId = await uploaderOf(req.scope, { actorType, actorId }, "catalogue")
    const announced = Number(req.headers["content-length"])
    const upload = {
      sellerId,
      actor: actorId,
      name: String(req.query.name ?? ""),
      size: Number.isSafeInteger(announced) ? announced : null,
    }
    res.status(201).json({ id: await receiveUpload(req.scope, upload, req) })
  })
