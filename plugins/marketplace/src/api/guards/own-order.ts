import type { MedusaRequest } from "@medusajs/framework/http"
import { notFound } from "@gondola/kit"
import { knexOf } from "../../modules/marketplace/resolve"
import { guard } from "./answer"

/** Medusa shows an order, e-mail and address included, to whoever knows its id. Here: to its customer. */
export const ownOrderOnly = guard(async (req: MedusaRequest) => {
  const { auth_context: auth } = req as { auth_context?: { actor_id?: string; actor_type?: string } }
  const customer = auth?.actor_type === "customer" ? auth.actor_id : undefined
  const own =
    customer &&
    (await knexOf(req.scope)("order")
      .where({ id: req.params.id ?? "", customer_id: customer })
      .first("id"))
  if (!own) throw notFound("This order")
  return "next"
})
