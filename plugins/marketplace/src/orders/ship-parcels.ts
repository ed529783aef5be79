import type { MedusaContainer } from "@medusajs/framework/types"
import { badInput, GondolaError } from "@gondola/kit"
import { marketplaceError } from "../errors"
import type { OrderActor } from "./order-events"
import { waitingUnits } from "./parcels"
import type { SellerOrderHead } from "./seller-order-head"
import { type ParcelDraft, shipParcel } from "./ship-parcel"

const MOST = 20

/**
 * What stands in the way of sending these parcels at once, before the first of them leaves: together they may hold no
 * more of a line than waits, and each needs its own number.
 * @throws BAD_INPUT | NOTHING_TO_SHIP | NOT_FOUND
 */
export function checkParcels(waiting: ReadonlyMap<string, number>, parcels: readonly ParcelDraft[]): void {
  if (parcels.length === 0 || parcels.length > MOST) throw badInput(`Send 1 to ${MOST} parcels at once`)
  const numbers = parcels.map(({ carrier, trackingNumber }) => `${carrier.trim()} ${trackingNumber.trim()}`)
  if (new Set(numbers).size < numbers.length) throw badInput("Two parcels have the same tracking number")
  const wanted = new Map<string, number>()
  for (const { carrier, trackingNumber, lines } of parcels) {
    if (!carrier.trim() || !trackingNumber.trim())
      throw badInput("Each parcel needs its carrier and its tracking number")
    if (!lines.some((line) => line.quantity > 0)) throw badInput("A parcel is empty")
    for (const { lineId, quantity } of lines) {
      if (!Number.isInteger(quantity) || quantity < 0) throw badInput("A quantity is a whole number")
      wanted.set(lineId, (wanted.get(lineId) ?? 0) + quantity)
    }
  }
  for (const [lineId, quantity] of wanted) {
    const left = waiting.get(lineId)
    if (left === undefined) throw marketplaceError("NOT_FOUND", "A line of a parcel was not found in the order")
    if (quantity > left)
      throw marketplaceError("NOTHING_TO_SHIP", `Only ${left} of a line waits to be shipped, not ${quantity}`)
  }
}

/**
 * Several parcels of one part, one after the other: what cannot be sent as a whole is refused before the first. Each is a
 * parcel of its own from then on; where one fails all the same, the error tells how many are gone (`shipped`).
 * @throws what `checkParcels` and `shipParcel` throw
 */
export async function shipParcels(
  container: MedusaContainer,
  order: SellerOrderHead,
  parcels: readonly ParcelDraft[],
  by: OrderActor,
): Promise<void> {
  checkParcels(await waitingUnits(container, order.id), parcels)
  for (const [shipped, parcel] of parcels.entries())
    try {
      await shipParcel(container, order, parcel, by)
    } catch (error) {
      if (shipped === 0 || !(error instanceof GondolaError)) throw error
      throw new GondolaError(error.code, `${shipped} of ${parcels.length} parcels are sent. ${error.message}`, {
        details: { ...error.options.details, shipped },
        cause: error,
      })
    }
}
