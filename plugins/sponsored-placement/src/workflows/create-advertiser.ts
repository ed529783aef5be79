import { setAuthAppMetadataStep } from "@medusajs/medusa/core-flows"
import type { AuthenticationInput } from "@medusajs/framework/types"
import { generateEntityId, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { assertStrongPassword, badInput, clockOf } from "@gondola/kit"
import { sponsoredError } from "../errors"
import { sponsoredOf } from "../modules/sponsored-placement/resolve"

export interface NewAdvertiser {
  readonly name: string
  /** As it stands in the catalogue. */
  readonly brand: string
  /** Legal name of who pays; the advertiser's name when absent. */
  readonly payer?: string
  readonly email: string
  readonly password: string
  readonly firstName: string
  readonly lastName: string
}

export interface CreatedAdvertiser {
  readonly advertiserId: string
  readonly memberId: string
}

/** One identity an e-mail in Medusa: who has an account here already keeps its password. */
const openBrandIdentityStep = createStep(
  "open-brand-member-identity",
  async (input: NewAdvertiser, { container }) => {
    const email = input.email.trim().toLowerCase()
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw badInput("This e-mail address is not complete")
    assertStrongPassword(input.password, [email, input.name, input.firstName, input.lastName])
    const auth = container.resolve(Modules.AUTH)
    const credentials = { body: { email, password: input.password } } as AuthenticationInput
    const made = await auth.register("emailpass", credentials)
    if (made.success && made.authIdentity) return new StepResponse(made.authIdentity.id, made.authIdentity.id)
    const known = await auth.authenticate("emailpass", credentials)
    if (!known.success || !known.authIdentity || known.authIdentity.app_metadata?.brand_member_id)
      throw sponsoredError(
        "ADVERTISER_EXISTS",
        "This e-mail has an account already: take its password or another e-mail",
      )
    return new StepResponse(known.authIdentity.id, null)
  },
  async (createdId, { container }) => {
    if (createdId) await container.resolve(Modules.AUTH).deleteAuthIdentities([createdId])
  },
)

const saveAdvertiserStep = createStep(
  "save-advertiser",
  async (input: Omit<NewAdvertiser, "password">, { container }) => {
    const { db } = sponsoredOf(container)
    const name = input.name.trim()
    const brand = input.brand.trim()
    if (!name || !brand) throw badInput("An advertiser has a name and a brand")
    const advertiserId = generateEntityId(undefined, "adv")
    const memberId = generateEntityId(undefined, "brmem")
    const now = clockOf(container).now()
    await db.transaction(async (trx) => {
      const made = await trx("sponsored_advertiser")
        .insert({ id: advertiserId, name, payer: input.payer?.trim() || name, brand, created_at: now })
        .onConflict("brand")
        .ignore()
        .returning("id")
      if (made.length === 0) throw sponsoredError("ADVERTISER_EXISTS", `The brand ${brand} has an advertiser already`)
      await trx("sponsored_brand_member").insert({
        id: memberId,
        advertiser_id: advertiserId,
        email: input.email.trim().toLowerCase(),
        first_name: input.firstName.trim(),
        last_name: input.lastName.trim(),
        created_at: now,
      })
    })
    const created: CreatedAdvertiser = { advertiserId, memberId }
    return new StepResponse(created, created)
  },
  async (created, { container }) => {
    if (!created) return
    const { db } = sponsoredOf(container)
    await db("sponsored_brand_member").where({ id: created.memberId }).delete()
    await db("sponsored_advertiser").where({ id: created.advertiserId }).delete()
  },
)

/** An advertiser with its first member, who can sign in at once. @throws PASSWORD_TOO_WEAK | ADVERTISER_EXISTS | BAD_INPUT */
export const createAdvertiserWorkflow = createWorkflow("create-advertiser", (input: NewAdvertiser) => {
  const identityId = openBrandIdentityStep(input)
  const created = saveAdvertiserStep(transform({ input }, ({ input: { password: _, ...rest } }) => rest))
  setAuthAppMetadataStep({
    authIdentityId: identityId,
    actorType: "brand_member",
    value: transform({ created }, ({ created }) => created.memberId),
  })
  return new WorkflowResponse(created)
})
