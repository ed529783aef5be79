import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { type Actor, badInput, clockOf, conflict, notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { LAST_KIND } from "../notifications/forget-reader"
import { notify } from "../notifications/notify"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"
import { collectData } from "./collect"
import type { PrivacySubject } from "./contributor"
import { oneMonthAfter } from "./deadline"
import { eraseData, waitsFor } from "./erase"
import { type By, findSubject } from "./find-subject"
import { assertNotLast } from "./last-one"
import { erasedLetter, refusedLetter, waitingLetter } from "./letters"
import type { PrivacyRequestRow } from "./request-row"

/** @throws NOT_FOUND when nothing is kept of the person */
export async function mustFind(knex: Knex, kind: Actor, by: By): Promise<PrivacySubject> {
  const subject = await findSubject(knex, kind, by)
  if (!subject) throw notFound("A person with this e-mail")
  return subject
}

/** Gives a person's data out at once and notes that it was done. */
export async function exportData(
  container: MedusaContainer,
  subject: PrivacySubject,
  actor: Act["actor"],
): Promise<string> {
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const data = await collectData(knex, subject, now)
  await knex.transaction(async (trx) => {
    const row = await open(container, trx, { subject, kind: "export", actor })
    await trx("marketplace_privacy_request")
      .where({ id: row.id })
      .update({ state: "done", settled_at: now, email: null })
    await note(container, trx, { row, actor, action: "privacy.export" })
  })
  return data
}

/**
 * Asks for an erasure: done at once when nothing is under way, else as soon as it has ended.
 * @throws CONFLICT for a seller's last owner and the last operator
 */
export async function requestErasure(
  container: MedusaContainer,
  subject: PrivacySubject,
  actor: Act["actor"],
): Promise<PrivacyRequestRow> {
  const knex = knexOf(container)
  await assertNotLast(knex, subject)
  const row = await knex.transaction(async (trx) => {
    const before = (await trx("marketplace_privacy_request")
      .where({ kind: "erasure", subject_id: subject.id, state: "open" })
      .first()) as PrivacyRequestRow | undefined
    return before ?? (await open(container, trx, { subject, kind: "erasure", actor }))
  })
  return settleErasure(container, row.id, { actor, evenIfWaiting: false })
}

/** Erases now, or notes what it waits for. @throws NOT_FOUND | CONFLICT */
export async function settleErasure(
  container: MedusaContainer,
  id: string,
  { actor, evenIfWaiting }: { actor: Act["actor"]; evenIfWaiting: boolean },
): Promise<PrivacyRequestRow> {
  const knex = knexOf(container)
  const settled = await knex.transaction(async (trx) => {
    const row = await locked(trx, id)
    const subject = await findSubject(trx as unknown as Knex, row.subject, { id: row.subject_id })
    const why = subject && !evenIfWaiting ? await waitsFor(trx as unknown as Knex, subject) : null
    if (why) return wait(container, trx, { row, why })
    if (subject) await lastLetter(container, trx, subject)
    const summary = subject ? await eraseData(trx, subject) : {}
    const [done] = (await trx("marketplace_privacy_request")
      .where({ id })
      .update({
        state: "done",
        settled_at: clockOf(container).now(),
        email: null,
        waits_for: null,
        summary: JSON.stringify(summary),
      })
      .returning("*")) as PrivacyRequestRow[]
    await note(container, trx, { row, actor, action: "privacy.erase", details: { rows: summary } })
    return done!
  })
  return settled
}

/** @throws NOT_FOUND | CONFLICT | BAD_INPUT without a reason (GDPR art. 12(4)) */
export async function refuseRequest(
  container: MedusaContainer,
  id: string,
  { reason, actor }: { reason: string; actor: Act["actor"] },
): Promise<PrivacyRequestRow> {
  const why = reason.trim()
  if (!why) throw badInput("Give the reason: the person is told")
  return knexOf(container).transaction(async (trx) => {
    const row = await locked(trx, id)
    const [refused] = (await trx("marketplace_privacy_request")
      .where({ id })
      .update({ state: "refused", reason: why, settled_at: clockOf(container).now(), email: null })
      .returning("*")) as PrivacyRequestRow[]
    if (row.email)
      await notify(
        container,
        { key: `privacy-refused:${id}`, to: { email: row.email }, kind: "privacy.refused", letter: refusedLetter(why) },
        trx,
      )
    await note(container, trx, { row, actor, action: "privacy.refuse" })
    return refused!
  })
}

async function open(
  container: MedusaContainer,
  trx: Knex.Transaction,
  { subject, kind, actor }: { subject: PrivacySubject; kind: PrivacyRequestRow["kind"]; actor: Act["actor"] },
): Promise<PrivacyRequestRow> {
  const now = clockOf(container).now()
  const [row] = (await trx("marketplace_privacy_request")
    .insert({
      id: generateEntityId(undefined, "preq"),
      kind,
      subject: subject.kind,
      subject_id: subject.id,
      email: subject.email,
      state: "open",
      requested_by: actor.id,
      requested_at: now,
      due_at: oneMonthAfter(now),
    })
    .returning("*")) as PrivacyRequestRow[]
  return row!
}

async function locked(trx: Knex.Transaction, id: string): Promise<PrivacyRequestRow> {
  const row = (await trx("marketplace_privacy_request").where({ id }).forUpdate().first()) as
    PrivacyRequestRow | undefined
  if (!row) throw notFound("This request")
  if (row.state !== "open") throw conflict("This request is settled already")
  return row
}

async function wait(
  container: MedusaContainer,
  trx: Knex.Transaction,
  { row, why }: { row: PrivacyRequestRow; why: string },
): Promise<PrivacyRequestRow> {
  if (row.email)
    await notify(
      container,
      {
        key: `privacy-waits:${row.id}`,
        to: { email: row.email },
        kind: "privacy.waiting",
        letter: waitingLetter(row.due_at),
      },
      trx,
    )
  const [waiting] = (await trx("marketplace_privacy_request")
    .where({ id: row.id })
    .update({ waits_for: why })
    .returning("*")) as PrivacyRequestRow[]
  return waiting!
}

/** Written before the erasure and spared by it: delivering it empties it (see deliver-mails). */
const lastLetter = (container: MedusaContainer, trx: Knex.Transaction, subject: PrivacySubject): Promise<void> =>
  notify(
    container,
    { key: `privacy-erased:${subject.id}`, to: { email: subject.email }, kind: LAST_KIND, letter: erasedLetter() },
    trx,
  )

function note(
  container: MedusaContainer,
  trx: Knex.Transaction,
  what: { row: PrivacyRequestRow; actor: Act["actor"]; action: string; details?: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { row, actor, action, details } = what
  const subject = { type: row.subject.toLowerCase(), id: row.subject_id }
  return recordAct(container, { actor, action, subject, details: { request: row.id, ...details } }, trx)
}
