import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf, notFound } from "@gondola/kit"
import { marketplaceError } from "../../errors"
import { knexOf } from "../../modules/marketplace/resolve"
import type { Act } from "../../trail/act"
import { recordAct } from "../../trail/record-act"
import type { Role } from "../roles"
import { unlinkMember } from "./join-member"

export interface TeamMember {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly since: Date
}

export const readTeam = async (container: MedusaContainer, sellerId: string): Promise<TeamMember[]> =>
  (await knexOf(container)("marketplace_seller_member")
    .where({ seller_id: sellerId })
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
    .select("id", "name", "email", "role", "created_at as since")) as TeamMember[]

interface Change {
  readonly memberId: string
  readonly actor: Act["actor"]
}

/** @throws NOT_FOUND for another team's member | LAST_OWNER */
export async function changeRole(
  container: MedusaContainer,
  sellerId: string,
  { memberId, role, actor }: Change & { role: Role },
): Promise<void> {
  await knexOf(container).transaction(async (trx) => {
    const member = await lockedMember(trx, sellerId, memberId)
    if (member.role === "owner" && role !== "owner") await assertAnotherOwner(trx, sellerId, memberId)
    await trx("marketplace_seller_member")
      .where({ id: memberId })
      .update({ role, updated_at: clockOf(container).now() })
    await recordAct(
      container,
      {
        actor,
        action: "team.change_role",
        subject: { type: "seller_member", id: memberId },
        sellerId,
        details: { from: member.role, to: role },
      },
      trx,
    )
  })
}

/** The person keeps the sign-in for other rooms; this one is shut at once. @throws NOT_FOUND | LAST_OWNER */
export async function removeMember(
  container: MedusaContainer,
  sellerId: string,
  { memberId, actor }: Change,
): Promise<void> {
  const member = await knexOf(container).transaction(async (trx) => {
    const row = await lockedMember(trx, sellerId, memberId)
    if (row.role === "owner") await assertAnotherOwner(trx, sellerId, memberId)
    await trx("marketplace_seller_member")
      .where({ id: memberId })
      .update({ deleted_at: clockOf(container).now() })
    await recordAct(
      container,
      {
        actor,
        action: "team.remove",
        subject: { type: "seller_member", id: memberId },
        sellerId,
        details: { role: row.role },
      },
      trx,
    )
    return row
  })
  await unlinkMember(container, member.email, memberId)
}

/** The whole team is locked: two owners who remove each other at once must not both succeed. */
async function lockedMember(trx: Knex.Transaction, sellerId: string, memberId: string): Promise<TeamMember> {
  const team = (await trx("marketplace_seller_member")
    .where({ seller_id: sellerId })
    .whereNull("deleted_at")
    .orderBy("id")
    .forUpdate()) as TeamMember[]
  const member = team.find((each) => each.id === memberId)
  if (!member) throw notFound("This member")
  return member
}

async function assertAnotherOwner(trx: Knex.Transaction, sellerId: string, memberId: string): Promise<void> {
  const other = (await trx("marketplace_seller_member")
    .where({ seller_id: sellerId, role: "owner" })
    .whereNull("deleted_at")
    .whereNot({ id: memberId })
    .first("id")) as object | undefined
  if (!other) throw marketplaceError("LAST_OWNER", "This is the last owner; make somebody else an owner first")
}
