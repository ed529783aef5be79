import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { allocate, badInput, type Cents, clockOf, notFound } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import type { Act } from "../trail/act"
import { recordAct } from "../trail/record-act"
import { owedSql } from "./sources"

export type Bearer = "HOUSE" | "SELLERS"

export interface Fault {
  readonly bearer: Bearer
  readonly reason: string | null
}

/** The house holds the money and pays it back: a delay is its own unless the operator has said otherwise. */
export const NOBODY_ELSE: Fault = { bearer: "HOUSE", reason: null }

export interface InterestShare {
  /** Null: the house. */
  readonly sellerId: string | null
  readonly amount: Cents
}

/**
 * Who pays the interest. Borne by the sellers, each pays in proportion to its own part of the refund, and the house for its
 * own goods.
 */
export function sharesOf(
  interest: Cents,
  bearer: Bearer,
  refund: readonly { readonly sellerId: string | null; readonly amount: number }[],
): InterestShare[] {
  if (bearer === "HOUSE" || refund.length === 0) return [{ sellerId: null, amount: interest }]
  const traders = [...new Set(refund.map((part) => part.sellerId))]
  const weights = traders.map((id) =>
    refund.filter((part) => part.sellerId === id).reduce((total, part) => total + part.amount, 0),
  )
  return allocate(interest, weights)
    .map((amount, index) => ({ sellerId: traders[index] ?? null, amount }))
    .filter((share) => share.amount > 0)
}

export async function faultOf(trx: Knex | Knex.Transaction, key: string): Promise<Fault> {
  const row = (await trx("marketplace_refund_fault").where("key", key).first("bearer", "reason")) as Fault | undefined
  return row ?? NOBODY_ELSE
}

/**
 * The operator names who bears a delay, with the reason that the sellers read, while the refund is not paid.
 * @throws NOT_FOUND | BAD_INPUT | REFUND_PAID
 */
export async function decideFault(
  container: Pick<MedusaContainer, "resolve">,
  { key, bearer, reason }: { readonly key: string; readonly bearer: Bearer; readonly reason: string },
  actor: Act["actor"],
): Promise<void> {
  const why = reason.trim()
  if (why.length < 10 || why.length > 1000)
    throw badInput("Give the reason in 10 to 1,000 characters: the sellers read it", { field: "reason" })
  await knexOf(container).transaction(async (trx) => {
    const refund = (await trx.from(trx.raw(owedSql())).where("key", key).first("order_id", "refunded_at")) as
      { order_id: string; refunded_at: Date | null } | undefined
    if (!refund) throw notFound("This refund")
    if (refund.refunded_at)
      throw marketplaceError("REFUND_PAID", "This refund is paid and its interest booked; charge or credit the seller")
    const row = { bearer, reason: why, decided_by: actor.id, decided_at: clockOf(container).now() }
    await trx("marketplace_refund_fault")
      .insert({ key, ...row })
      .onConflict("key")
      .merge(row)
    await recordAct(
      container,
      {
        actor,
        action: "refund.fault",
        subject: { type: "refund", id: key },
        orderId: refund.order_id,
        details: { bearer, reason: why },
      },
      trx,
    )
  })
}
