import { setTimeout as wait } from "node:timers/promises"
import { getAuthContextFromJwtToken } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { generateResetPasswordTokenWorkflow } from "@medusajs/medusa/core-flows"
import { ACTOR_TYPES, assertStrongPassword, clockOf, GondolaError, rateLimit } from "@gondola/kit"
import { passwordChanged } from "@gondola/marketplace"
import type { AccessErrorCode } from "./sign-in"

/** Three letters a quarter of an hour for one e-mail, whether or not it has an account; twenty for one address. */
const byEmail = rateLimit("reset-email", 3, 900)
const byAddress = rateLimit("reset-address", 20, 900)
const tries = rateLimit("reset-try", 20, 900)

/** The answer takes as long for an account as for none. */
const ANSWER_MS = 300

export interface AskedReset {
  readonly email: string
  readonly face: "SHOP" | "PORTAL"
  readonly locale: string
  readonly address: string
}

/**
 * Has Medusa make a token, whose event mails the link. Nobody learns whether there is an account.
 * @throws TOO_MANY_REQUESTS, for accounts and for none
 */
export async function requestPasswordReset(scope: MedusaContainer, asked: AskedReset): Promise<true> {
  const email = asked.email.trim().toLowerCase()
  await byAddress.take(asked.address)
  await byEmail.take(email)
  const { http } = scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const made = generateResetPasswordTokenWorkflow(scope).run({
    input: {
      entityId: email,
      actorType: asked.face === "SHOP" ? ACTOR_TYPES.CUSTOMER : ACTOR_TYPES.OPERATOR,
      provider: "emailpass",
      secret: http.jwtSecret as string,
      jwtOptions: http.jwtOptions,
      metadata: { face: asked.face, locale: asked.locale },
    },
    // An unknown e-mail is no error for whoever asks.
    throwOnError: false,
  })
  await Promise.all([made, wait(ANSWER_MS)])
  return true
}

interface ResetToken {
  readonly entity_id?: string
  readonly purpose?: string
  readonly jti?: string
  readonly exp?: number
}

/**
 * Sets the new password, once a token, and ends every session of the account.
 * @throws RESET_OVER | PASSWORD_TOO_WEAK, which leaves the token good | TOO_MANY_REQUESTS
 */
export async function resetPassword(
  scope: MedusaContainer,
  { token, password, address }: { token: string; password: string; address: string },
): Promise<true> {
  await tries.take(address)
  const { email, jti } = readToken(scope, token)
  assertStrongPassword(password, [email])
  const auth = scope.resolve(Modules.AUTH)
  const used = await auth
    .consumePasswordResetToken({ jti, provider: "emailpass", entity_id: email })
    .catch((cause: unknown) => {
      throw over(cause)
    })
  const changed = await auth.updateProvider("emailpass", { entity_id: email, password })
  if (!changed.success) throw over(changed.error)
  await passwordChanged(scope, { authIdentityId: used.auth_identity_id, email, key: jti })
  return true
}

const over = (cause?: unknown): GondolaError<AccessErrorCode> =>
  new GondolaError("RESET_OVER", "This link was used or is too old; ask for a new one", { cause })

/** @throws RESET_OVER also for any other token of ours: a session's sets no password */
function readToken(scope: MedusaContainer, token: string): { email: string; jti: string } {
  const { http } = scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const read = getAuthContextFromJwtToken(
    `Bearer ${token}`,
    http.jwtSecret as string,
    ["bearer"],
    ["*"],
  ) as ResetToken | null
  if (read?.purpose !== "reset" || !read.jti || !read.entity_id || !read.exp) throw over()
  if (read.exp * 1000 <= clockOf(scope).now().getTime()) throw over()
  return { email: read.entity_id, jti: read.jti }
}
