import { createCustomerAccountWorkflow } from "@medusajs/medusa/core-flows"
import type { IAuthModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { assertStrongPassword, badInput, GondolaError } from "@gondola/kit"
import { type AccessErrorCode, actorIdOf, authenticateByPassword, tokenFor } from "./sign-in"

export interface SignUp {
  readonly email: string
  readonly password: string
  readonly firstName: string
  readonly lastName: string
  readonly address: string
}

/**
 * Opens a customer's account. A person who already has another account here (a seller's member who also shops) signs up
 * with the password of that account.
 * @throws PASSWORD_TOO_WEAK | EMAIL_TAKEN | BAD_INPUT
 */
export async function signUpCustomer(scope: MedusaContainer, input: SignUp): Promise<{ token: string }> {
  const email = input.email.trim().toLowerCase()
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw badInput("This e-mail address is not complete")
  if (!input.firstName.trim() || !input.lastName.trim()) throw badInput("First and last name are needed")
  assertStrongPassword(input.password, [email, input.firstName, input.lastName])
  const auth: IAuthModuleService = scope.resolve(Modules.AUTH)
  const registered = await auth.register("emailpass", { body: { email, password: input.password } } as never)
  const identity = registered.authIdentity ?? (await existingIdentity(scope, { ...input, email }))
  if (!actorIdOf(identity, "CUSTOMER"))
    await createCustomerAccountWorkflow(scope).run({
      input: {
        authIdentityId: identity.id,
        customerData: { email, first_name: input.firstName.trim(), last_name: input.lastName.trim() },
      },
    })
  return { token: tokenFor(scope, await auth.retrieveAuthIdentity(identity.id), "CUSTOMER") }
}

async function existingIdentity(scope: MedusaContainer, input: SignUp) {
  try {
    return await authenticateByPassword(scope, input)
  } catch (error) {
    if (error instanceof GondolaError && error.code === "WRONG_CREDENTIALS")
      throw new GondolaError<AccessErrorCode>(
        "EMAIL_TAKEN",
        "This e-mail has an account already. Sign in, or use that account's password here.",
      )
    throw error
  }
}

/** @throws WRONG_CREDENTIALS also for an identity that never shopped */
export async function signInCustomer(
  scope: MedusaContainer,
  input: { email: string; password: string; address: string },
): Promise<{ token: string }> {
  const identity = await authenticateByPassword(scope, input)
  if (!actorIdOf(identity, "CUSTOMER"))
    throw new GondolaError<AccessErrorCode>("WRONG_CREDENTIALS", "E-mail or password is wrong")
  return { token: tokenFor(scope, identity, "CUSTOMER") }
}
