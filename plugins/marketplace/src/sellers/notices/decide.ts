import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf, conflict, notFound } from "@gondola/kit"
import { knexOf } from "../../modules/marketplace/resolve"
import { notify } from "../../notifications/notify"
import { alignShelf } from "../../offers/align-shelf"
import type { Act } from "../../trail/act"
import { recordAct } from "../../trail/record-act"
import { suspendSeller } from "../../workflows/withdraw-seller"
import { openTakedown } from "../../takedowns/takedown"
import { takeDown } from "../../takedowns/take-down"
import { noticeDecidedLetter, offerRemovedLetter } from "../letters/notices"
import type { SellerRow } from "../seller-row"
import { type Ground, insertStatement } from "../standing/statement"
import { tellSeller } from "../tell"
import { withSellerLock } from "../with-seller-lock"
import { laterLink } from "./later-link"

export type NoticeDecision = "no_action" | "offer_removed" | "product_removed" | "seller_suspended"

export interface Decision {
  readonly noticeId: string
  readonly decision: NoticeDecision
  readonly reasons: string
  readonly ground: Ground
  /** The goods themselves are unlawful: whoever bought them is told, and what they can do (DSA art. 32). */
  readonly illegalGoods?: { readonly redress: string } | null
  readonly actor: Act["actor"]
}

interface NoticeRow {
  id: string
  number: string
  subject_type: "product" | "offer" | "seller"
  subject_id: string
  subject_label: string
  seller_id: string | null
  reporter_email: string | null
  locale: "fr" | "en"
  state: "received" | "decided"
}

/**
 * A person decides on a notice, with reasons for both sides (DSA art. 16 and 17). What is taken away, is taken away
 * first: a cut in the middle leaves the notice in the queue, and deciding again changes nothing twice.
 * @throws NOT_FOUND | CONFLICT | BAD_INPUT
 */
export async function decideNotice(container: MedusaContainer, given: Decision): Promise<void> {
  const reasons = given.reasons.trim()
  if (!reasons) throw badInput("Give the reasons: both sides are told", { field: "reasons" })
  const notice = (await knexOf(container)("marketplace_notice").where({ id: given.noticeId }).first()) as
    NoticeRow | undefined
  if (!notice) throw notFound("This report")
  if (notice.state === "decided") throw conflict("This report was decided already")
  const removal = given.decision === "offer_removed" || given.decision === "product_removed"
  if (given.decision === "product_removed" && !given.illegalGoods)
    throw badInput("Say what buyers can do about unlawful goods", { field: "redress" })
  if (given.decision === "offer_removed") await removeOffer(container, notice, { ...given, reasons })
  if (removal && given.illegalGoods) await takeDownGoods(container, notice, { ...given, reasons })
  if (given.decision === "seller_suspended") await suspend(container, notice, { ...given, reasons })
  await knexOf(container).transaction(async (trx) => {
    const now = clockOf(container).now()
    const changed = await trx("marketplace_notice")
      .where({ id: notice.id, state: "received" })
      .update({ state: "decided", decision: given.decision, reasons, decided_at: now, decided_by: given.actor.id })
    if (changed === 0) throw conflict("This report was decided already")
    await recordAct(
      container,
      {
        actor: given.actor,
        action: "notice.decide",
        subject: { type: "notice", id: notice.id },
        sellerId: notice.seller_id,
        details: { decision: given.decision, reasons },
      },
      trx,
    )
    if (notice.reporter_email) await tellReporter(container, notice, { ...given, reasons }, trx)
  })
}

/** Off the shelf for this seller, or for whoever sells them. */
async function takeDownGoods(container: MedusaContainer, notice: NoticeRow, given: Decision): Promise<void> {
  const productId = await productOf(container, notice)
  const sellerId = given.decision === "offer_removed" ? notice.seller_id : null
  if (await openTakedown(container, productId, sellerId)) return
  await takeDown(container, {
    key: `notice:${notice.id}`,
    kind: "illegal",
    productId,
    sellerId,
    reason: given.reasons,
    redress: given.illegalGoods?.redress ?? "",
    noticeId: notice.id,
    actor: given.actor,
  })
}

async function productOf(container: MedusaContainer, notice: NoticeRow): Promise<string> {
  if (notice.subject_type === "product") return notice.subject_id
  const knex = knexOf(container)
  const row =
    notice.subject_type === "offer" &&
    ((await knex("marketplace_offer").where({ id: notice.subject_id }).first("catalogue_product_id as id")) ??
      (await knex("product_variant").where({ id: notice.subject_id }).first("product_id as id")))
  if (!row) throw badInput("This report names no product")
  return (row as { id: string }).id
}

async function tellReporter(
  container: MedusaContainer,
  notice: NoticeRow,
  { decision, reasons }: Decision,
  trx: Knex.Transaction,
): Promise<void> {
  await notify(
    container,
    {
      key: `notice.decided:${notice.id}`,
      kind: "notice.decided",
      letter: noticeDecidedLetter(Number(notice.number), decision, { reasons, path: await laterLink(trx, notice) }),
      to: { email: notice.reporter_email ?? "", locale: notice.locale },
    },
    trx,
  )
}

async function suspend(container: MedusaContainer, notice: NoticeRow, given: Decision): Promise<void> {
  if (!notice.seller_id) throw badInput("This report names no seller who could be suspended")
  const seller = (await knexOf(container)("marketplace_seller").where({ id: notice.seller_id }).first("state")) as
    { state: string } | undefined
  if (seller?.state !== "active") return
  await suspendSeller(container, {
    sellerId: notice.seller_id,
    actor: given.actor.id,
    reason: given.reasons,
    ground: given.ground,
    noticeId: notice.id,
  })
}

async function removeOffer(container: MedusaContainer, notice: NoticeRow, given: Decision): Promise<void> {
  const sellerId = notice.seller_id
  if (notice.subject_type !== "offer" || !sellerId) throw badInput("This report names no offer of a seller")
  await withSellerLock(container, sellerId, async () => {
    await knexOf(container).transaction(async (trx) => {
      const now = clockOf(container).now()
      const key = `notice:${notice.id}:offer`
      await trx("marketplace_offer").where({ id: notice.subject_id }).update({ state: "closed", updated_at: now })
      await insertStatement(trx, {
        key,
        sellerId,
        subject: { type: "offer", id: notice.subject_id, label: notice.subject_label },
        decision: "offer_removed",
        reason: given.reasons,
        ground: given.ground,
        noticeId: notice.id,
        actor: given.actor.id,
        at: now,
        effectiveAt: now,
      })
      const seller = (await trx("marketplace_seller").where({ id: sellerId }).first()) as SellerRow
      await tellSeller(
        container,
        seller,
        {
          key,
          kind: "offer.removed",
          letter: offerRemovedLetter(notice.subject_label, given.reasons, given.ground),
          about: { type: "offer", id: notice.subject_id },
        },
        trx,
      )
    })
    await alignShelf(container, sellerId)
  })
}
