import { pipeline } from "node:stream/promises"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { badInput } from "@gondola/kit"
import { exportOffers, offerFilter, uploaderOf } from "@gondola/marketplace"
import { answering } from "../answer"

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const

const said = (value: unknown): string | null => (typeof value === "string" && value ? value : null)

/** A seller's offers as CSV or XLSX, filtered as its list is. */
export const GET = (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> =>
  answering(req, res, async () => {
    const { actor_type: actorType, actor_id: actorId } = req.auth_context
    const sellerId = await uploaderOf(req.scope, { actorType, actorId })
    if (sellerId === null) throw badInput("Offers are exported from a seller's room")
    const format = req.query.format === "xlsx" ? "xlsx" : "csv"
    const filter = {
      sellerId,
      ...offerFilter({
        search: said(req.query.search),
        state: said(req.query.state),
        held: req.query.held === "1",
      }),
    }
    res.setHeader("content-type", TYPES[format])
    res.setHeader("content-disposition", `attachment; filename="offers.${format}"`)
    await pipeline(exportOffers(req.scope, filter, format), res)
  })
