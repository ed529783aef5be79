import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { conflict } from "@gondola/kit"
import type { PrivacySubject } from "./contributor"

/** Somebody has to stay who can open the door. @throws CONFLICT */
export async function assertNotLast(knex: Knex, { kind, id }: PrivacySubject): Promise<void> {
  if (kind === "SELLER_MEMBER") return notLastOwner(knex, id)
  if (kind === "OPERATOR") return notLastOperator(knex, id)
}

async function notLastOperator(knex: Knex, id: string): Promise<void> {
  if (!(await knex("user").whereNull("deleted_at").whereNot({ id }).first("id")))
    throw conflict("You are the last operator: invite somebody else first")
}

async function notLastOwner(knex: Knex, memberId: string): Promise<void> {
  const member = (await knex("marketplace_seller_member as m")
    .join("marketplace_seller as s", "s.id", "m.seller_id")
    .where("m.id", memberId)
    .first("m.seller_id", "m.role", "s.state")) as { seller_id: string; role: string; state: string } | undefined
  if (!member || member.role !== "owner" || member.state === "closed") return
  const others = await knex("marketplace_seller_member")
    .where({ seller_id: member.seller_id, role: "owner", deleted_at: null })
    .whereNot({ id: memberId })
    .first("id")
  if (!others)
    throw conflict("You are the last owner of this seller: make somebody else owner, or close the seller first")
}
