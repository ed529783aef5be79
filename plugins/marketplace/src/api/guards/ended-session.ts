import { getAuthContextFromJwtToken, type MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { knexOf } from "../../modules/marketplace/resolve"
import { sessionEnded } from "../../sign-in/session-end"
import { guard } from "./answer"

/** A token of a session that was ended counts as none; what is forged or too old is left to Medusa. */
export const withoutEndedSession = guard(async (req: MedusaRequest) => {
  const { authorization } = req.headers
  if (!authorization) return "next"
  const { http } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const token = getAuthContextFromJwtToken(authorization, http.jwtSecret as string, ["bearer"], ["*"]) as {
    auth_identity_id?: string
    iat?: number
  } | null
  if (!token?.auth_identity_id) return "next"
  if (await sessionEnded(knexOf(req.scope), token.auth_identity_id, token.iat ?? 0)) delete req.headers.authorization
  return "next"
})
