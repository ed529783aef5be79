import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { clockOf, notFound } from "@gondola/kit"
import { marketplaceOf } from "../../modules/marketplace/resolve"
import { type Move, movesFrom, stateAfter } from "../../sellers/states"

export interface SellerStateChange {
  readonly sellerId: string
  /** Several where one deed has two names: approving also lifts a suspension. */
  readonly moves: readonly Move[]
  /** A user's or a member's id, `applicant` before there is one, or `SYSTEM:` and the job's name. */
  readonly actor: string
  readonly reason: string | null
}

export const changeSellerStateStep = createStep(
  "change-seller-state",
  async (change: SellerStateChange, { container }) => {
    const marketplace = marketplaceOf(container)
    const [seller] = await marketplace.listSellers({ id: change.sellerId })
    if (!seller) throw notFound("This seller")
    const possible = change.moves.find((move) => movesFrom(seller.state).includes(move))
    const to = stateAfter(seller.state, possible ?? change.moves[0]!)
    const now = clockOf(container).now()
    await marketplace.updateSellers({
      id: seller.id,
      state: to,
      state_reason: change.reason,
      state_changed_at: now,
      ...(to === "closed" ? { closed_at: now } : {}),
    })
    const event = await marketplace.createSellerEvents({
      seller_id: seller.id,
      from_state: seller.state,
      to_state: to,
      actor: change.actor,
      reason: change.reason,
      at: now,
    })
    return new StepResponse(seller.id, {
      eventId: event.id,
      before: {
        id: seller.id,
        state: seller.state,
        state_reason: seller.state_reason,
        state_changed_at: seller.state_changed_at,
        closed_at: seller.closed_at,
      },
    })
  },
  async (undo, { container }) => {
    if (!undo) return
    const marketplace = marketplaceOf(container)
    await marketplace.updateSellers(undo.before)
    await marketplace.deleteSellerEvents(undo.eventId)
  },
)
