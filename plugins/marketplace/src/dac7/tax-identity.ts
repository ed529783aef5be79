import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { carries, type Role } from "../sellers/roles"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"
import { taxSubjects } from "./subjects"
import type { TaxSubject } from "./tax-data"

/** Of a person the number is a private one; a firm's stands in every register. */
export const isPrivateTaxId = ({ legalForm }: Pick<TaxSubject, "legalForm">): boolean => legalForm === "sole_trader"

/** Within the seller: owners and those who see to its money. */
export const mayReadTaxIdentity = (role: Role | null): boolean => role !== null && carries(role, "finance")

/** The last three signs: enough to recognise one's own, too few to use it. */
export const maskedTaxId = (taxId: string | null): string | null =>
  taxId && `${"•".repeat(Math.max(0, taxId.length - 3))}${taxId.slice(-3)}`

export interface TaxIdentity {
  readonly taxId: string | null
  readonly firstName: string | null
  readonly lastName: string | null
  readonly birthDate: string | null
}

/** The operator looks, says why, and it is noted before anything is shown. @throws BAD_INPUT; null for an unknown seller */
export async function readTaxIdentity(
  container: MedusaContainer,
  { sellerId, reason, actor }: { sellerId: string; reason: string; actor: Act["actor"] },
): Promise<TaxIdentity | null> {
  const why = reason.trim()
  if (why.length < 5 || why.length > 500) throw badInput("Say why you look, in 5 to 500 letters", { field: "reason" })
  const [row] = await taxSubjects(knexOf(container), { sellerIds: [sellerId] })
  if (!row) return null
  await recordAct(container, {
    actor,
    action: "seller.read_tax_identity",
    subject: { type: "seller", id: sellerId },
    sellerId,
    details: { reason: why },
  })
  const { taxId, person } = row.subject
  return {
    taxId,
    firstName: person?.firstName ?? null,
    lastName: person?.lastName ?? null,
    birthDate: person?.birthDate ?? null,
  }
}
