import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Alias, PrivacySubject } from "../contributor"

/** Who works for the house. Deeds in the trail name an id, which leads nowhere from now on. */
export async function eraseOperator(
  trx: Knex.Transaction,
  subject: PrivacySubject,
  alias: Alias,
): Promise<Record<string, number>> {
  const users = await trx("user")
    .whereIn("id", [...subject.ids])
    .update({
      email: alias.email,
      first_name: alias.name,
      last_name: null,
      avatar_url: null,
      metadata: null,
      deleted_at: trx.raw("coalesce(deleted_at, now())"),
    })
  const invitations = await trx("invite").whereRaw("lower(email) = ?", [subject.email]).delete()
  return { user: users, invite: invitations }
}
