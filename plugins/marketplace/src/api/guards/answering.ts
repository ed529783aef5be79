import type { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"
import { guard } from "./answer"

type Handler = (req: AuthenticatedMedusaRequest, res: MedusaResponse) => Promise<void>

/** A route whose refusals answer with our code and sentence. */
export const answering = (handler: Handler) => {
  const run = guard((req, res) => handler(req as AuthenticatedMedusaRequest, res))
  return (req: AuthenticatedMedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> =>
    run(req, res, next)
}
