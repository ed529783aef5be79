import type { AuthenticationInput, AuthIdentityDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { marketplaceError } from "../../errors"

/**
 * A sign-in for the e-mail. Medusa has one identity an e-mail for all actors, so a person who shops here already keeps
 * the password: the right one opens the new room, a wrong one gets an answer that tells nothing about other accounts.
 */
export const openMemberIdentityStep = createStep(
  "open-seller-member-identity",
  async (input: { email: string; password: string }, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const credentials = { body: { email: input.email, password: input.password } } as AuthenticationInput
    const made = await auth.register("emailpass", credentials)
    if (made.success && made.authIdentity) return new StepResponse(made.authIdentity.id, made.authIdentity.id)
    const known = await auth.authenticate("emailpass", credentials)
    if (!known.success || !known.authIdentity || isSellerMember(known.authIdentity))
      throw marketplaceError(
        "EMAIL_NOT_USABLE",
        "This e-mail cannot be used for a new seller with this password. If you have an account here, use its password; else take another e-mail.",
      )
    return new StepResponse(known.authIdentity.id, null)
  },
  async (createdId, { container }) => {
    if (createdId) await container.resolve(Modules.AUTH).deleteAuthIdentities([createdId])
  },
)

const isSellerMember = (identity: AuthIdentityDTO): boolean => Boolean(identity.app_metadata?.seller_member_id)
