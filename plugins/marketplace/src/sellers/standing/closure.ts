import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf, conflict, notFound } from "@gondola/kit"
import { knexOf } from "../../modules/marketplace/resolve"
import { alignShelf } from "../../offers/align-shelf"
import type { Act } from "../../trail/act"
import { systemActor } from "../../trail/actor-of"
import { recordAct } from "../../trail/record-act"
import { closedLetter, closureNoticeLetter, closureWithdrawnLetter } from "../letters/standing"
import { moveSeller } from "../move-seller"
import type { SellerRow } from "../seller-row"
import { movesFrom } from "../states"
import { tellSeller } from "../tell"
import { withSellerLock } from "../with-seller-lock"
import { type Ground, insertStatement } from "./statement"

const DAY_MS = 86_400_000
/** P2B art. 4 (2): a contract is not ended before. */
export const CLOSURE_NOTICE_DAYS = 30

interface ClosureNotice {
  readonly sellerId: string
  readonly actor: Act["actor"]
  readonly reason: string
  readonly ground: Ground
}

/**
 * The operator ends the contract: the seller is told why at once, and sells on for thirty days.
 * @throws NOT_FOUND | SELLER_STATE | BAD_INPUT | CONFLICT when notice was given already
 */
export async function giveClosureNotice(container: MedusaContainer, notice: ClosureNotice): Promise<Date> {
  const reason = notice.reason.trim()
  if (!reason) throw badInput("Give the reason: the seller is told", { field: "reason" })
  const now = clockOf(container).now()
  const day = new Date(+now + CLOSURE_NOTICE_DAYS * DAY_MS)
  await knexOf(container).transaction(async (trx) => {
    const seller = (await trx("marketplace_seller").where({ id: notice.sellerId }).forUpdate().first()) as
      SellerRow | undefined
    if (!seller) throw notFound("This seller")
    if (seller.closing_at) throw conflict("Notice was given already")
    if (seller.state !== "active" && seller.state !== "suspended")
      throw conflict(`This seller is ${seller.state}; only a contract that runs can be ended with notice`)
    await trx("marketplace_seller").where({ id: seller.id }).update({ closing_at: day, updated_at: now })
    const key = `closure_notice:${seller.id}:${now.toISOString()}`
    await insertStatement(trx, {
      key,
      sellerId: seller.id,
      subject: { type: "seller", id: seller.id, label: seller.name },
      decision: "closure_notice",
      reason,
      ground: notice.ground,
      noticeId: null,
      actor: notice.actor.id,
      at: now,
      effectiveAt: day,
    })
    await recordAct(
      container,
      {
        actor: notice.actor,
        action: "seller.give_closure_notice",
        subject: { type: "seller", id: seller.id },
        sellerId: seller.id,
        details: { reason, closingAt: day },
      },
      trx,
    )
    const letter = closureNoticeLetter(seller.name, reason, day)
    await tellSeller(container, seller, { key, kind: "seller.closure_notice", letter }, trx)
  })
  return day
}

/** @throws NOT_FOUND | CONFLICT when no notice runs */
export async function withdrawClosureNotice(
  container: MedusaContainer,
  { sellerId, actor }: { sellerId: string; actor: Act["actor"] },
): Promise<void> {
  const now = clockOf(container).now()
  await knexOf(container).transaction(async (trx) => {
    const seller = (await trx("marketplace_seller").where({ id: sellerId }).forUpdate().first()) as
      SellerRow | undefined
    if (!seller) throw notFound("This seller")
    if (!seller.closing_at || seller.state === "closed") throw conflict("No notice runs")
    await trx("marketplace_seller").where({ id: sellerId }).update({ closing_at: null, updated_at: now })
    await trx("marketplace_statement_of_reasons")
      .where({ seller_id: sellerId, decision: "closure_notice" })
      .whereNull("lifted_at")
      .update({ lifted_at: now })
    await recordAct(
      container,
      { actor, action: "seller.withdraw_closure_notice", subject: { type: "seller", id: sellerId }, sellerId },
      trx,
    )
    await tellSeller(
      container,
      seller,
      {
        key: `closure_withdrawn:${sellerId}:${now.toISOString()}`,
        kind: "seller.closure_withdrawn",
        letter: closureWithdrawnLetter(seller.name),
      },
      trx,
    )
  })
}

/** Notices whose day has come. */
export async function closeDueSellers(container: MedusaContainer): Promise<string[]> {
  const now = clockOf(container).now()
  const due = (await knexOf(container)("marketplace_seller")
    .where("closing_at", "<=", now)
    .whereNot("state", "closed")
    .select("id")) as { id: string }[]
  for (const { id } of due)
    await closeSeller(container, { sellerId: id, actor: systemActor("watch-sellers"), reason: "Notice period over" })
  return due.map(({ id }) => id)
}

/** For good: offers go off the shelf, orders and returns are brought to their end. Twice is once. */
export async function closeSeller(
  container: MedusaContainer,
  { sellerId, actor, reason }: { sellerId: string; actor: Act["actor"]; reason: string },
): Promise<void> {
  await withSellerLock(container, sellerId, async () => {
    await knexOf(container).transaction(async (trx) => {
      const row = (await trx("marketplace_seller").where({ id: sellerId }).forUpdate().first()) as SellerRow | undefined
      if (!row) throw notFound("This seller")
      if (!movesFrom(row.state).includes("close")) return
      await moveSeller(
        container,
        {
          sellerId,
          moves: ["close"],
          actor,
          reason,
          letter: { kind: "seller.closed", text: ({ name }) => closedLetter(name) },
        },
        trx,
      )
    })
    await alignShelf(container, sellerId)
  })
}
