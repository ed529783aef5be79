import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Ends every session of an account, wherever it is open. By the database's clock and not the injected one: tokens are dated
 * by the real time too.
 */
export async function endSessions(knex: Knex | Knex.Transaction, authIdentityId: string): Promise<void> {
  await knex("marketplace_session_end")
    .insert({ auth_identity_id: authIdentityId, at: knex.fn.now() })
    .onConflict("auth_identity_id")
    .merge()
}

/** @param issuedAt seconds, as a token has it: one of the very second counts as later */
export async function sessionEnded(knex: Knex, authIdentityId: string, issuedAt: number): Promise<boolean> {
  const row = (await knex("marketplace_session_end").where({ auth_identity_id: authIdentityId }).first("at")) as
    { at: Date } | undefined
  return row !== undefined && issuedAt < Math.floor(row.at.getTime() / 1000)
}
