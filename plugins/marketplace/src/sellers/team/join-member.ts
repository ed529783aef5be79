import type { AuthenticationInput, AuthIdentityDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { marketplaceError } from "../../errors"

/**
 * A sign-in for the e-mail, tied to the member. Medusa has one identity an e-mail for all actors, so a person who shops
 * here already keeps the password: the right one opens the new room, a wrong one gets an answer that tells nothing about
 * other accounts. `record` writes the rows; when it fails, a sign-in made for it is taken back.
 * @throws EMAIL_NOT_USABLE
 */
export async function joinMember(
  container: MedusaContainer,
  { memberId, email, password }: { memberId: string; email: string; password: string },
  record: () => Promise<void>,
): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const { identity, made } = await identityFor(container, email, password)
  try {
    await record()
  } catch (failed) {
    if (made) await auth.deleteAuthIdentities([identity.id])
    throw failed
  }
  await auth.updateAuthIdentities({
    id: identity.id,
    app_metadata: { ...identity.app_metadata, seller_member_id: memberId },
  })
}

export async function identityFor(
  container: MedusaContainer,
  email: string,
  password: string,
): Promise<{ identity: AuthIdentityDTO; made: boolean }> {
  const auth = container.resolve(Modules.AUTH)
  const credentials = { body: { email, password } } as AuthenticationInput
  const made = await auth.register("emailpass", credentials)
  if (made.success && made.authIdentity) return { identity: made.authIdentity, made: true }
  const known = await auth.authenticate("emailpass", credentials)
  if (!known.success || !known.authIdentity || known.authIdentity.app_metadata?.seller_member_id)
    throw marketplaceError(
      "EMAIL_NOT_USABLE",
      "This e-mail cannot be used for a seller's member with this password. If you have an account here, use its password; else take another e-mail.",
    )
  return { identity: known.authIdentity, made: false }
}

/** Takes the room away from a sign-in; the person's other rooms stay. */
export async function unlinkMember(container: MedusaContainer, email: string, memberId: string): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const [provider] = await auth.listProviderIdentities({ entity_id: email, provider: "emailpass" })
  if (!provider?.auth_identity_id) return
  const identity = await auth.retrieveAuthIdentity(provider.auth_identity_id)
  if (identity.app_metadata?.seller_member_id !== memberId) return
  // Medusa merges metadata: what is left out would stay.
  await auth.updateAuthIdentities({
    id: identity.id,
    app_metadata: { ...identity.app_metadata, seller_member_id: null },
  })
}
