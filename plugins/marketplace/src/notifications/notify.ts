import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { clockOf } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { isMandatory } from "./kinds"
import type { FeedRoom, Letters, MailLocale } from "./letter"

export interface Notification {
  /** Business key: the same key is told once, however often it is called. */
  readonly key: string
  readonly to: {
    readonly email: string
    readonly locale?: MailLocale
    /** Shown in the bell of a room: of one seller, of the operator (null), of one customer. Name it in one of several mails. */
    readonly feed?: { readonly room: FeedRoom; readonly organisationId: string | null }
  }
  /** `area.what-happened`; what may be switched off is listed in kinds.ts. */
  readonly kind: string
  readonly letter: Letters
  readonly about?: { readonly type: string; readonly id: string }
}

const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/

/**
 * Writes a notification into the outbox; mail goes out later, from a job. Pass the transaction in which the event happened
 * and the two stand or fall together. An unusable address is kept as undeliverable: nobody's work fails for a mail.
 */
export async function notify(
  container: Pick<MedusaContainer, "resolve">,
  { key, to, kind, letter, about }: Notification,
  trx?: Knex.Transaction,
): Promise<void> {
  const knex = trx ?? knexOf(container)
  const now = clockOf(container).now()
  const email = to.email.trim().toLowerCase()
  const usable = ADDRESS.test(email)
  const wanted = isMandatory(kind) || (await wantsMail(knex, email, kind))
  await knex("marketplace_notification")
    .insert({
      id: generateEntityId(undefined, "ntf"),
      key,
      kind,
      email,
      locale: to.locale ?? "fr",
      room: to.feed?.room ?? null,
      organisation_id: to.feed?.organisationId ?? null,
      letter: JSON.stringify(letter),
      about_type: about?.type ?? null,
      about_id: about?.id ?? null,
      created_at: now,
      mail_state: !usable ? "dead" : wanted ? "waiting" : "unwanted",
      next_attempt_at: now,
      last_error: usable ? null : "The address cannot be written to",
    })
    .onConflict("key")
    .ignore()
}

async function wantsMail(knex: Knex | Knex.Transaction, email: string, kind: string): Promise<boolean> {
  const row = (await knex("marketplace_notification_preference").where({ email, kind }).first("by_mail")) as
    { by_mail: boolean } | undefined
  return row?.by_mail ?? true
}
