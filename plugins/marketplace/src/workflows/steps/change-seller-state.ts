import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { clockOf, notFound } from "@gondola/kit"
import { marketplaceError } from "../../errors"
import { marketplaceOf } from "../../modules/marketplace/resolve"
import type { SellerState } from "../../sellers/seller-row"

export interface SellerStateChange {
  readonly sellerId: string
  readonly from: readonly SellerState[]
  readonly to: SellerState
  /** A user id. */
  readonly actor: string
  readonly reason: string | null
}

export const changeSellerStateStep = createStep(
  "change-seller-state",
  async (change: SellerStateChange, { container }) => {
    const marketplace = marketplaceOf(container)
    const [seller] = await marketplace.listSellers({ id: change.sellerId })
    if (!seller) throw notFound("This seller")
    if (!change.from.includes(seller.state))
      throw marketplaceError("SELLER_STATE", `This seller is ${seller.state}; it cannot become ${change.to} from there`)
    const now = clockOf(container).now()
    await marketplace.updateSellers({
      id: seller.id,
      state: change.to,
      state_reason: change.reason,
      state_changed_at: now,
    })
    const event = await marketplace.createSellerEvents({
      seller_id: seller.id,
      from_state: seller.state,
      to_state: change.to,
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
