import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { badInput, clockOf, conflict, notFound, type PageRequest } from "@gondola/kit"
import { generateEntityId } from "@medusajs/framework/utils"
import { marketplaceError } from "../../errors"
import { knexOf } from "../../modules/marketplace/resolve"
import { notify } from "../../notifications/notify"
import type { Act } from "../../trail/act"
import { recordAct } from "../../trail/record-act"
import { complaintText, mayComplainUntil } from "../standing/complaints"
import { hashOf } from "../team/tokens"
import { tellOperator } from "../tell"
import { noticeContestedLetter } from "../letters/notices"
import { complaintMadeLetter } from "../letters/standing"
import { laterLink } from "./later-link"

export interface Notice {
  readonly id: string
  readonly number: number
  readonly subjectType: "product" | "offer" | "seller"
  readonly subjectId: string
  readonly subjectLabel: string
  readonly sellerId: string | null
  readonly sellerName: string | null
  readonly category: string
  readonly explanation: string
  readonly reporterName: string | null
  readonly reporterEmail: string | null
  readonly state: "received" | "decided"
  readonly decision: string | null
  readonly reasons: string | null
  readonly receivedAt: Date
  readonly decidedAt: Date | null
  readonly complaint: NoticeComplaint | null
}

export interface NoticeComplaint {
  readonly id: string
  readonly text: string
  readonly at: Date
  readonly outcome: "upheld" | "reversed" | null
  readonly answer: string | null
}

const COLUMNS = `n.id, n.number::int as number, n.subject_type as "subjectType", n.subject_id as "subjectId",
  n.subject_label as "subjectLabel", n.seller_id as "sellerId", s.name as "sellerName", n.category, n.explanation,
  n.reporter_name as "reporterName", n.reporter_email as "reporterEmail", n.state, n.decision, n.reasons,
  n.received_at as "receivedAt", n.decided_at as "decidedAt",
  case when c.id is null then null else json_build_object('id', c.id, 'text', c.text, 'at', c.at,
    'outcome', c.outcome, 'answer', c.answer) end as complaint`

const SOURCE = `marketplace_notice n left join marketplace_seller s on s.id = n.seller_id
  left join marketplace_complaint c on c.notice_id = n.id`

interface Filter {
  readonly state?: "received" | "decided" | null
  readonly search?: string | null
  readonly id?: string | null
}

/** The queue: what waits first, the oldest on top. */
export async function readNotices(
  container: MedusaContainer,
  filter: Filter,
  page: PageRequest & { skip: number; take: number },
): Promise<{ items: Notice[]; total: number }> {
  const knex = knexOf(container)
  const search = filter.search?.trim() || null
  const like = search && `%${search.replace(/[\\%_]/g, "\\$&")}%`
  const where = `(:state::text is null or n.state = :state) and (:id::text is null or n.id = :id)
    and (:like::text is null or n.subject_label ilike :like or n.explanation ilike :like or n.number::text = :search)`
  const bindings = {
    state: filter.state ?? null,
    id: filter.id ?? null,
    like,
    search,
    skip: page.skip,
    take: page.take,
  }
  const { rows } = await knex.raw<{ rows: Notice[] }>(
    `select ${COLUMNS} from ${SOURCE} where ${where}
     order by (n.state = 'decided' and (c.id is null or c.outcome is not null)), n.received_at, n.id
     limit :take offset :skip`,
    bindings as never,
  )
  const counted = await knex.raw<{ rows: { n: number }[] }>(
    `select count(*)::int as n from marketplace_notice n where ${where}`,
    bindings as never,
  )
  return { items: rows.map(withTimes), total: counted.rows[0]?.n ?? 0 }
}

const withTimes = (notice: Notice): Notice =>
  notice.complaint ? { ...notice, complaint: { ...notice.complaint, at: new Date(notice.complaint.at) } } : notice

/** What a reporter sees with the link of the receipt; null for a wrong one. */
export async function noticeOfToken(container: MedusaContainer, token: string): Promise<Notice | null> {
  const { rows } = await knexOf(container).raw<{ rows: Notice[] }>(
    `select ${COLUMNS} from ${SOURCE} where n.token_hash = :hash or n.later_token_hashes @> array[cast(:hash as text)]`,
    { hash: hashOf(token) },
  )
  return rows[0] ? withTimes(rows[0]) : null
}

/** The reporter disagrees. @throws NOT_FOUND | CONFLICT | NOTICE_PERIOD | BAD_INPUT */
export async function contestNotice(container: MedusaContainer, token: string, given: string): Promise<void> {
  const text = complaintText(given)
  const notice = await noticeOfToken(container, token)
  if (!notice) throw notFound("This report")
  if (!notice.decidedAt) throw conflict("There is no decision yet")
  const now = clockOf(container).now()
  if (now > mayComplainUntil(notice.decidedAt))
    throw marketplaceError("NOTICE_PERIOD", "A decision can be contested for six months; that time is over")
  const id = generateEntityId(undefined, "cpl")
  await knexOf(container).transaction(async (trx) => {
    const made = (await trx("marketplace_complaint").where({ notice_id: notice.id }).first("id")) as object | undefined
    if (made) throw conflict("This decision was contested already")
    await trx("marketplace_complaint").insert({ id, notice_id: notice.id, text, by: "reporter", at: now })
    await recordAct(
      container,
      {
        actor: { type: "GUEST", id: "guest" },
        action: "complaint.make",
        subject: { type: "complaint", id },
        sellerId: notice.sellerId,
      },
      trx,
    )
    await tellOperator(
      container,
      {
        key: `complaint:${id}`,
        kind: "complaint.made",
        letter: complaintMadeLetter(notice.subjectLabel, text, `/operator/notices?q=${notice.number}`),
        about: { type: "notice", id: notice.id },
      },
      trx,
    )
  })
}

/** The reporter reads the answer (DSA art. 20 (5)); who wanted no mail sees it behind the link. */
async function tellReporter(
  container: MedusaContainer,
  trx: Knex.Transaction,
  given: {
    readonly complaintId: string
    readonly noticeId: string
    readonly outcome: "upheld" | "reversed"
    readonly answer: string
  },
): Promise<void> {
  const notice = (await trx("marketplace_notice")
    .where({ id: given.noticeId })
    .first("id", "number", "locale", "reporter_email")) as {
    id: string
    number: string
    locale: "fr" | "en"
    reporter_email: string | null
  }
  if (!notice.reporter_email) return
  const said = { answer: given.answer, path: await laterLink(trx, notice) }
  await notify(
    container,
    {
      key: `notice.contested:${given.complaintId}`,
      kind: "notice.contested",
      letter: noticeContestedLetter(Number(notice.number), given.outcome, said),
      to: { email: notice.reporter_email, locale: notice.locale },
    },
    trx,
  )
}

/** A person answers who disagreed with a decision. @throws NOT_FOUND | CONFLICT | BAD_INPUT */
export async function answerContest(
  container: MedusaContainer,
  given: {
    readonly complaintId: string
    readonly outcome: "upheld" | "reversed"
    readonly answer: string
    readonly actor: Act["actor"]
  },
): Promise<string> {
  const answer = given.answer.trim()
  if (!answer) throw badInput("Give the reasons of your answer", { field: "answer" })
  return knexOf(container).transaction(async (trx) => {
    const complaint = (await trx("marketplace_complaint").where({ id: given.complaintId }).forUpdate().first()) as
      { notice_id: string | null; outcome: string | null } | undefined
    if (!complaint?.notice_id) throw notFound("This complaint")
    if (complaint.outcome) throw conflict("This complaint was answered already")
    await trx("marketplace_complaint")
      .where({ id: given.complaintId })
      .update({
        outcome: given.outcome,
        answer,
        answered_by: given.actor.id,
        answered_at: clockOf(container).now(),
      })
    await recordAct(
      container,
      {
        actor: given.actor,
        action: "complaint.answer",
        subject: { type: "complaint", id: given.complaintId },
        details: { outcome: given.outcome },
      },
      trx,
    )
    await tellReporter(container, trx, { ...given, answer, noticeId: complaint.notice_id })
    return complaint.notice_id
  })
}
