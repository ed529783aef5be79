import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Faces that may call from a browser: Medusa's store and admin lists together. No credentials: tokens go in a header. */
export function graphqlCors(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const { http } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const allowed = new Set(`${http.storeCors},${http.adminCors}`.split(",").map((origin) => origin.trim()))
  const { origin } = req.headers
  res.vary("Origin")
  if (origin && allowed.has(origin)) {
    res.setHeader("access-control-allow-origin", origin)
    res.setHeader("access-control-allow-methods", "GET, POST, OPTIONS")
    res.setHeader("access-control-allow-headers", "authorization, content-type, x-desk-session")
    res.setHeader("access-control-max-age", "600")
  }
  if (req.method === "OPTIONS") {
    res.status(204).end()
    return
  }
  next()
}
