import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { clockOf, conflict, notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import type { MailState, NotificationRow } from "./notification-row"

export interface MailFilter {
  readonly search?: string | null
  readonly state?: MailState | null
  readonly skip: number
  readonly take: number
}

const like = (words: string): string => `%${words.trim().replace(/[\\%_]/g, "\\$&")}%`

/** The outbox as the operator sees it, the newest first. */
export async function listMails(
  container: MedusaContainer,
  { search, state, skip, take }: MailFilter,
): Promise<{ rows: NotificationRow[]; total: number; dead: number }> {
  const knex = knexOf(container)
  const wanted = () =>
    knex("marketplace_notification").modify((query: Knex.QueryBuilder) => {
      if (state) void query.where("mail_state", state)
      if (search?.trim())
        void query.where((any) =>
          any
            .whereILike("email", like(search))
            .orWhereILike("kind", like(search))
            .orWhereRaw("letter->locale->>'subject' ilike ?", [like(search)]),
        )
    })
  const [rows, [count], [given]] = await Promise.all([
    wanted()
      .orderBy([
        { column: "created_at", order: "desc" },
        { column: "id", order: "desc" },
      ])
      .offset(skip)
      .limit(take)
      .select("*") as unknown as Promise<NotificationRow[]>,
    wanted().count("* as n") as unknown as Promise<{ n: string }[]>,
    knex("marketplace_notification").where("mail_state", "dead").count("* as n") as unknown as Promise<{ n: string }[]>,
  ])
  return { rows, total: Number(count?.n ?? 0), dead: Number(given?.n ?? 0) }
}

export async function readMail(container: MedusaContainer, id: string): Promise<NotificationRow | null> {
  const row = (await knexOf(container)("marketplace_notification").where({ id }).first()) as NotificationRow | undefined
  return row ?? null
}

/** @throws NOT_FOUND | CONFLICT when it was not given up */
export async function resendMail(container: MedusaContainer, id: string): Promise<void> {
  const changed = await knexOf(container)("marketplace_notification")
    .where({ id, mail_state: "dead" })
    .update({ mail_state: "waiting", attempts: 0, next_attempt_at: clockOf(container).now(), settled_at: null })
  if (changed) return
  if (!(await readMail(container, id))) throw notFound("This mail")
  throw conflict("Only a mail that was given up is sent again: this one is not")
}
