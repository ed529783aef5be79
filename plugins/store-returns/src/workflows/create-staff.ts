import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { setAuthAppMetadataStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { ACTOR_TYPES, assertStrongPassword, badInput, conflict, notFound } from "@gondola/kit"
import { hashPin } from "../desk/pin"
import { storeReturnsOf } from "../modules/store-returns/resolve"
import type { StaffRow } from "../modules/store-returns/service"
import { type NewStaff, saveStaffStep } from "./steps/save-staff"

export interface StaffInput {
  readonly shopHandle: string
  readonly email: string
  readonly password: string
  readonly name: string
  readonly role: "clerk" | "manager"
  /** Four to eight digits, no run and no repetition. */
  readonly pin: string
}

export const createStaffWorkflow = createWorkflow(
  "create-shop-staff",
  (input: { staff: NewStaff; authIdentityId: string }) => {
    const staff = saveStaffStep(input.staff)
    setAuthAppMetadataStep(
      transform({ input, staff }, (data) => ({
        authIdentityId: data.input.authIdentityId,
        actorType: ACTOR_TYPES.SHOP_STAFF,
        value: data.staff.id,
      })),
    )
    return new WorkflowResponse(staff)
  },
)

/**
 * A person of a shop's counter, with e-mail and password for the portal and a PIN for the desk. Whoever has the e-mail
 * already keeps the password.
 * @throws NOT_FOUND (shop), BAD_INPUT (PIN), PASSWORD_TOO_WEAK, CONFLICT (e-mail of another shop's staff)
 */
export async function createStaff(container: MedusaContainer, input: StaffInput): Promise<StaffRow> {
  const service = storeReturnsOf(container)
  const email = input.email.trim().toLowerCase()
  const [shop] = await service.listShops({ handle: input.shopHandle })
  if (!shop) throw notFound(`Shop ${input.shopHandle}`)
  const [before] = await service.listStaff({ email })
  if (before && before.shop_id !== shop.id) throw conflict("This person works in another shop already")
  if (before) return before
  assertStrongPassword(input.password, [email, input.name])
  const pinHash = await hashPin(input.pin)
  const authIdentityId = await identityOf(container, email, input.password)
  const staff = { shop_id: shop.id, email, name: input.name, role: input.role, pin_hash: pinHash }
  const { result } = await createStaffWorkflow(container).run({ input: { staff, authIdentityId } })
  return result
}

async function identityOf(container: MedusaContainer, email: string, password: string): Promise<string> {
  const auth = container.resolve(Modules.AUTH)
  const [known] = await auth.listProviderIdentities({ entity_id: email, provider: "emailpass" })
  if (known?.auth_identity_id) return known.auth_identity_id
  const registered = await auth.register("emailpass", { body: { email, password } } as never)
  if (!registered.success || !registered.authIdentity) throw badInput(registered.error ?? "This e-mail cannot be used")
  return registered.authIdentity.id
}
