import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, Modules } from "@medusajs/framework/utils"
import { createOrderFulfillmentWorkflow, createOrderShipmentWorkflow } from "@medusajs/medusa/core-flows"
import { badInput, clockOf } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { knexOf } from "../modules/marketplace/resolve"
import { withOrderLock } from "./order-lock"
import { type ParcelLine, refreshState, waitingUnits } from "./parcels"
import type { SellerOrderHead } from "./seller-order-head"

export interface ParcelDraft {
  readonly carrier: string
  readonly trackingNumber: string
  readonly lines: readonly ParcelLine[]
}

/**
 * One parcel is one Medusa fulfilment: a shipment always takes the whole of it. `null` lines take all that waits.
 * @throws SELLER_ORDER_STATE | NOTHING_TO_SHIP | BAD_INPUT | ORDER_BUSY
 */
export function shipParcel(
  container: MedusaContainer,
  order: SellerOrderHead,
  draft: Omit<ParcelDraft, "lines"> & { readonly lines: readonly ParcelLine[] | null },
): Promise<void> {
  if (draft.carrier.trim() === "" || draft.trackingNumber.trim() === "")
    throw badInput("A parcel needs its carrier and its tracking number")
  return withOrderLock(container, order.orderId, async () => {
    const state = (await knexOf(container)("marketplace_seller_order").where("id", order.id).first("state")) as {
      state: string
    }
    if (state.state === "TO_ACCEPT") throw marketplaceError("SELLER_ORDER_STATE", "Accept the order before you ship it")
    const lines = await chosenLines(container, order, draft.lines)
    const parcelId = await prepare(container, order, { ...draft, lines })
    try {
      await fulfil(container, order, parcelId, lines)
    } catch (error) {
      await knexOf(container)("marketplace_parcel").where({ id: parcelId, state: "preparing" }).delete()
      throw error
    }
    await ship(container, order, parcelId)
  })
}

async function chosenLines(
  container: MedusaContainer,
  order: SellerOrderHead,
  asked: readonly ParcelLine[] | null,
): Promise<ParcelLine[]> {
  const waiting = await waitingUnits(container, order.id)
  const lines = asked ?? [...waiting].map(([lineId, quantity]) => ({ lineId, quantity }))
  const chosen = lines.filter((line) => line.quantity !== 0)
  if (chosen.length === 0) throw marketplaceError("NOTHING_TO_SHIP", "Nothing of this order waits to be shipped")
  if (new Set(chosen.map((line) => line.lineId)).size < chosen.length) throw badInput("A line is named twice")
  for (const line of chosen) {
    if (!Number.isInteger(line.quantity) || line.quantity < 1) throw badInput("A quantity starts at 1")
    const left = waiting.get(line.lineId)
    if (left === undefined) throw marketplaceError("NOT_FOUND", "A line of this parcel was not found in the order")
    if (line.quantity > left)
      throw marketplaceError("NOTHING_TO_SHIP", `Only ${left} of a line waits to be shipped, not ${line.quantity}`)
  }
  return chosen
}

/** The intent, before Medusa is asked: a crash leaves a trace that names its fulfilment. */
function prepare(container: MedusaContainer, order: SellerOrderHead, draft: ParcelDraft): Promise<string> {
  const id = generateEntityId(undefined, "parcel")
  return knexOf(container).transaction(async (trx) => {
    await trx("marketplace_parcel").insert({
      id,
      seller_order_id: order.id,
      order_id: order.orderId,
      state: "preparing",
      carrier: draft.carrier.trim(),
      tracking_number: draft.trackingNumber.trim(),
      prepared_at: clockOf(container).now(),
    })
    await trx("marketplace_parcel_line").insert(
      draft.lines.map((line) => ({ parcel_id: id, line_id: line.lineId, quantity: line.quantity })),
    )
    return id
  })
}

async function fulfil(
  container: MedusaContainer,
  order: SellerOrderHead,
  parcelId: string,
  lines: readonly ParcelLine[],
): Promise<void> {
  const items = lines.map((line) => ({ id: line.lineId, quantity: line.quantity }))
  const { result } = await createOrderFulfillmentWorkflow(container).run({
    input: {
      order_id: order.orderId,
      items,
      // Without it Medusa takes the first delivery of the order, which is another trader's.
      ...(order.optionId ? { shipping_option_id: order.optionId } : {}),
      metadata: { parcel_id: parcelId },
    },
  })
  await knexOf(container)("marketplace_parcel").where("id", parcelId).update({ fulfillment_id: result.id })
}

/** Second half, also run by recovery for a parcel whose fulfilment exists. */
export async function ship(container: MedusaContainer, order: { id: string; orderId: string }, parcelId: string) {
  const knex = knexOf(container)
  const parcel = (await knex("marketplace_parcel").where("id", parcelId).first()) as {
    fulfillment_id: string
    tracking_number: string
  }
  const lines = (await knex("marketplace_parcel_line").where("parcel_id", parcelId)) as {
    line_id: string
    quantity: number
  }[]
  const fulfilment = await container.resolve(Modules.FULFILLMENT).retrieveFulfillment(parcel.fulfillment_id)
  if (!fulfilment.shipped_at)
    await createOrderShipmentWorkflow(container).run({
      input: {
        order_id: order.orderId,
        fulfillment_id: parcel.fulfillment_id,
        items: lines.map((line) => ({ id: line.line_id, quantity: line.quantity })),
        labels: [{ tracking_number: parcel.tracking_number, tracking_url: "", label_url: "" }],
      },
    })
  await knex.transaction(async (trx) => {
    await trx("marketplace_parcel")
      .where("id", parcelId)
      .update({ state: "shipped", shipped_at: clockOf(container).now() })
    await refreshState(trx, order.id)
  })
}
