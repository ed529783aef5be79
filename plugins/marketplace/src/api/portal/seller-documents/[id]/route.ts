import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ACTOR_TYPES, clockOf, GondolaError } from "@gondola/kit"
import { marketplaceOf } from "../../../../modules/marketplace/resolve"
import { readDocumentFile } from "../../../../sellers/documents/read-file"
import { recordAct } from "../../../../trail/record-act"
import { answering } from "../../../guards/answering"

/** A paper, for its seller's team and for the operator; each look of the operator is written down. */
export const GET = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const id = req.params.id ?? ""
  const { actor_type: type, actor_id: actor } = req.auth_context
  const operator = type === ACTOR_TYPES.OPERATOR
  const [member] = operator ? [] : await marketplaceOf(req.scope).listSellerMembers({ id: actor })
  if (!operator && !member) throw new GondolaError("NOT_ALLOWED", "This account belongs to no seller any more")
  const file = await readDocumentFile(req.scope, id, member?.seller_id ?? null)
  if (operator)
    await recordAct(req.scope, {
      actor: { type: "OPERATOR", id: actor },
      action: "document.read",
      subject: { type: "seller_document", id },
      sellerId: file.sellerId,
      at: clockOf(req.scope).now(),
    })
  res
    .set("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .set("cache-control", "private, no-store")
    .set("x-content-type-options", "nosniff")
    .set("content-security-policy", "default-src 'none'; sandbox")
    .type(file.mime)
    .send(file.content)
})
