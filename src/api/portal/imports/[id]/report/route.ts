import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { importReport, uploaderOf } from "@gondola/marketplace"
import { answering } from "../../../answer"

/** Every line that an import left out, with its number and the reason, as CSV, in the language of who reads it (`locale`). */
export const GET = (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> =>
  answering(req, res, async () => {
    const { actor_type: actorType, actor_id: actorId } = req.auth_context
    const sellerId = await uploaderOf(req.scope, { actorType, actorId })
    const { locale } = req.query
    const report = await importReport(req.scope, actorType === "user" ? undefined : sellerId, {
      runId: req.params.id!,
      memberId: actorId,
      ...(locale === "fr" || locale === "en" ? { locale } : {}),
    })
    res.setHeader("content-type", "text/csv; charset=utf-8")
    res.setHeader("content-disposition", `attachment; filename="import-${req.params.id!.replace(/\W/g, "")}.csv"`)
    await pipeline(Readable.from(report), res)
  })
