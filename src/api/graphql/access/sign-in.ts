import type { AuthIdentityDTO, IAuthModuleService, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"
import { ACTOR_TYPES, type Actor, GondolaError, rateLimit } from "@gondola/kit"

export type AccessErrorCode = "WRONG_CREDENTIALS" | "SECOND_FACTOR_NEEDED" | "EMAIL_TAKEN" | "RESET_OVER"

/** Ten tries a quarter of an hour for one e-mail, fifty for one address: an office shares an address. */
const byEmail = rateLimit("sign-in-email", 10, 900)
const byAddress = rateLimit("sign-in-address", 50, 900)

/**
 * Checks e-mail and password with Medusa's auth module.
 * @throws WRONG_CREDENTIALS whichever half is wrong, TOO_MANY_REQUESTS, SECOND_FACTOR_NEEDED
 */
export async function authenticateByPassword(
  scope: MedusaContainer,
  credentials: { email: string; password: string; address: string },
): Promise<AuthIdentityDTO> {
  const email = credentials.email.trim().toLowerCase()
  await byAddress.take(credentials.address)
  await byEmail.take(email)
  const auth: IAuthModuleService = scope.resolve(Modules.AUTH)
  const answer = await auth.authenticate("emailpass", { body: { email, password: credentials.password } } as never)
  if (!answer.success || !answer.authIdentity)
    throw new GondolaError<AccessErrorCode>("WRONG_CREDENTIALS", "E-mail or password is wrong")
  if ("mfaChallenge" in answer && answer.mfaChallenge)
    throw new GondolaError<AccessErrorCode>(
      "SECOND_FACTOR_NEEDED",
      "This account asks for a second factor, which this page cannot take yet",
    )
  await byEmail.forget(email)
  return answer.authIdentity
}

/** The actor id that an identity holds for one actor type, if any. */
export function actorIdOf(identity: AuthIdentityDTO, actor: Actor): string | undefined {
  return identity.app_metadata?.[`${ACTOR_TYPES[actor]}_id`] as string | undefined
}

/** A bearer token as Medusa's own routes issue it, for one actor of the identity. */
export function tokenFor(scope: MedusaContainer, identity: AuthIdentityDTO, actor: Actor): string {
  const { http } = scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const actorId = actorIdOf(identity, actor)
  return generateJwtToken(
    {
      actor_id: actorId ?? "",
      actor_type: ACTOR_TYPES[actor],
      auth_identity_id: identity.id,
      auth_provider: "emailpass",
      app_metadata: { [`${ACTOR_TYPES[actor]}_id`]: actorId },
      user_metadata: {},
    },
    { secret: http.jwtSecret as string, expiresIn: http.jwtExpiresIn ?? "1d", jwtOptions: http.jwtOptions },
  )
}
