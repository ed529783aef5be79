import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, clockOf, conflict, notFound } from "@gondola/kit"
import { refreshGates } from "../gates/refresh-gates"
import { knexOf } from "../modules/marketplace/resolve"
import type { SellerRow } from "../sellers/seller-row"
import { insertStatement } from "../sellers/standing/statement"
import { tellSeller } from "../sellers/tell"
import { takeDown } from "../takedowns/take-down"
import { openTakedown, type TakedownKind } from "../takedowns/takedown"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"
import { safetyWrongLetter } from "./letters"

export type CheckOutcome = "ok" | "safety_wrong" | "illegal"

export interface CheckFinding {
  readonly checkId: string
  readonly outcome: CheckOutcome
  /** What was seen; needed unless all is well. */
  readonly finding?: string | null
  /** Of unlawful goods. */
  readonly takedown?: {
    readonly kind: TakedownKind
    readonly redress: string
    /** Not only this seller's: the goods themselves are unlawful. */
    readonly everySeller: boolean
  } | null
  readonly actor: Act["actor"]
}

interface CheckRow {
  readonly id: string
  readonly product_id: string
  readonly offer_id: string | null
  readonly seller_id: string | null
  readonly outcome: CheckOutcome | null
}

/**
 * What a person found. Unlawful goods go first and the check is marked after it, so that a cut in between leaves it in
 * the queue and the second answer takes nothing down twice.
 * @throws NOT_FOUND | CONFLICT | BAD_INPUT
 */
export async function recordCheck(container: MedusaContainer, given: CheckFinding): Promise<void> {
  const finding = given.finding?.trim() || null
  if (given.outcome !== "ok" && !finding) throw badInput("Say what you found", { field: "finding" })
  const knex = knexOf(container)
  const check = (await knex("marketplace_random_check").where({ id: given.checkId }).first()) as CheckRow | undefined
  if (!check) throw notFound("This check")
  if (check.outcome) throw conflict("This check was answered already")
  const takedownId = given.outcome === "illegal" ? await remove(container, check, { ...given, finding }) : null
  await knex.transaction(async (trx) => {
    const at = clockOf(container).now()
    const changed = await trx("marketplace_random_check").where({ id: check.id }).whereNull("outcome").update({
      outcome: given.outcome,
      finding,
      takedown_id: takedownId,
      checked_by: given.actor.id,
      checked_at: at,
    })
    if (changed === 0) throw conflict("This check was answered already")
    if (given.outcome === "safety_wrong")
      await tellSellers(container, trx, { check, finding: finding ?? "", given, at })
    await recordAct(
      container,
      {
        actor: given.actor,
        action: "check.record",
        subject: { type: "random_check", id: check.id },
        sellerId: check.seller_id,
        details: { outcome: given.outcome, finding, productId: check.product_id, takedownId },
      },
      trx,
    )
  })
  if (given.outcome === "safety_wrong") await refreshGates(container, [check.product_id])
}

async function remove(container: MedusaContainer, check: CheckRow, given: CheckFinding): Promise<string> {
  const { takedown } = given
  if (!takedown) throw badInput("Say what buyers can do about unlawful goods", { field: "redress" })
  const sellerId = takedown.everySeller ? null : check.seller_id
  const known = await openTakedown(container, check.product_id, sellerId)
  if (known) return known
  const { id } = await takeDown(container, {
    key: `check:${check.id}`,
    kind: takedown.kind,
    productId: check.product_id,
    sellerId,
    reason: given.finding ?? "",
    redress: takedown.redress,
    actor: given.actor,
  })
  return id
}

interface Wrong {
  readonly check: CheckRow
  readonly finding: string
  readonly given: CheckFinding
  readonly at: Date
}

/** The product is held for every seller of it: each is told why, and may contest it. */
async function tellSellers(
  container: MedusaContainer,
  trx: Knex.Transaction,
  { check, finding, given, at }: Wrong,
): Promise<void> {
  const product = (await trx("product").where({ id: check.product_id }).first("title")) as { title: string }
  const sellers = (await trx("marketplace_offer as o")
    .join("marketplace_seller as s", "s.id", "o.seller_id")
    .where({ "o.catalogue_product_id": check.product_id, "o.state": "active" })
    .whereNull("o.deleted_at")
    .orderBy(["s.id", "o.id"])
    .distinctOn("s.id")
    .select("s.*", "o.id as offer_id")) as (SellerRow & { offer_id: string })[]
  for (const seller of sellers) {
    const key = `check:${check.id}`
    await insertStatement(trx, {
      key: `${key}:${seller.id}`,
      sellerId: seller.id,
      subject: { type: "offer", id: seller.offer_id, label: product.title },
      decision: "offer_held",
      reason: finding,
      ground: "law",
      noticeId: null,
      actor: given.actor.id,
      at,
      effectiveAt: at,
    })
    await tellSeller(
      container,
      seller,
      { key, kind: "offer.held", letter: safetyWrongLetter(product.title, finding) },
      trx,
    )
  }
}
