import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ACTOR_TYPES, notFound } from "@gondola/kit"
import { dac7Xml } from "@gondola/marketplace"
import { answering } from "../../answer"

/** A yearly report as XML, for the operator alone. */
export const GET = (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> =>
  answering(req, res, async () => {
    if (req.auth_context.actor_type !== ACTOR_TYPES.OPERATOR) throw notFound("This report")
    const { name, xml } = await dac7Xml(req.scope, req.params.id ?? "", {
      type: "OPERATOR",
      id: req.auth_context.actor_id,
    })
    res.setHeader("content-type", "application/xml; charset=utf-8")
    // The name is the reference of the message: letters, digits and underscores.
    res.setHeader("content-disposition", `attachment; filename="${name}"`)
    res.setHeader("cache-control", "private, no-store")
    res.setHeader("x-content-type-options", "nosniff")
    res.end(xml)
  })
