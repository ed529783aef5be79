import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, callerId, type GraphqlContext, notFound } from "@gondola/kit"
import { actorOf, recordAct } from "@gondola/marketplace"
import { databaseOf } from "../settlement/database"

export interface DispatchProof {
  readonly withdrawalId: string
  /** When the proof came in. */
  readonly provedAt: Date
  /** Carrier and number, as the shopper gave them. */
  readonly reference: string
}

/**
 * The shopper showed that the declared goods were sent: the refund waits for them no longer. Kept once; the first proof is
 * the one that counts.
 * @throws NOT_FOUND | BAD_INPUT
 */
export async function recordDispatchProof(context: GraphqlContext, proof: DispatchProof): Promise<void> {
  const reference = proof.reference.trim()
  if (reference.length < 3 || reference.length > 200)
    throw badInput("Name the parcel in 3 to 200 characters: carrier and number", { field: "reference" })
  const now = context.clock.now()
  await databaseOf(context.scope).transaction(async (trx) => {
    const declared = (await trx("store_return_withdrawal").where("id", proof.withdrawalId).first()) as
      { order_id: string; declared_at: Date } | undefined
    if (!declared) throw notFound("This withdrawal")
    if (proof.provedAt > now) throw badInput("The proof cannot be of a day to come", { field: "provedAt" })
    if (proof.provedAt < declared.declared_at)
      throw badInput("The proof cannot be older than the withdrawal", { field: "provedAt" })
    const kept = await trx("store_return_dispatch_proof")
      .insert({
        withdrawal_id: proof.withdrawalId,
        order_id: declared.order_id,
        proved_at: proof.provedAt,
        reference,
        recorded_by: callerId(context),
        recorded_at: now,
      })
      .onConflict("withdrawal_id")
      .ignore()
      .returning("withdrawal_id")
    if (kept.length === 0) return
    await recordAct(
      context.scope,
      {
        actor: actorOf(context),
        action: "withdrawal.dispatch_proved",
        subject: { type: "withdrawal", id: proof.withdrawalId },
        orderId: declared.order_id,
        details: { provedAt: proof.provedAt, reference },
      },
      trx as never,
    )
  })
}

export async function firstProof(container: MedusaContainer, orderId: string): Promise<Date | null> {
  const row = (await databaseOf(container)("store_return_dispatch_proof")
    .where("order_id", orderId)
    .min("proved_at as at")
    .first()) as { at: Date | null } | undefined
  return row?.at ?? null
}
