import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId, Modules } from "@medusajs/framework/utils"
import {
  createOrderFulfillmentWorkflow,
  createOrderShipmentWorkflow,
  createShipmentWorkflow,
} from "@medusajs/medusa/core-flows"
import { badInput, clockOf, cutPoint } from "@gondola/kit"
import { marketplaceError } from "../errors"
import { trackingUrl } from "./carriers"
import { completeMove, levelsBefore, orderKnows } from "./complete-fulfilment"
import { knexOf } from "../modules/marketplace/resolve"
import { type OrderActor, recordOrderEvent } from "./order-events"
import { withOrderAndStockLock } from "./order-lock"
import { type ParcelLine, refreshState, waitingUnits } from "./parcels"
import type { SellerOrderHead } from "./seller-order-head"
import { tellParcel } from "./tell-parcel"
import { finishOpenRedress } from "../redress/carry-out"
import { issueWithin } from "../sale-documents/issue-due"

export interface ParcelDraft {
  readonly carrier: string
  readonly trackingNumber: string
  readonly lines: readonly ParcelLine[]
}

/**
 * One parcel is one Medusa fulfilment: a shipment always takes the whole of it. `null` lines take all that waits.
 * @throws SELLER_ORDER_STATE | NOTHING_TO_SHIP | BAD_INPUT | ORDER_BUSY
 */
export async function shipParcel(
  container: MedusaContainer,
  order: SellerOrderHead,
  draft: Omit<ParcelDraft, "lines"> & { readonly lines: readonly ParcelLine[] | null },
  by: OrderActor = { role: "SELLER", id: "seller" },
): Promise<void> {
  if (draft.carrier.trim() === "" || draft.trackingNumber.trim() === "")
    throw badInput("A parcel needs its carrier and its tracking number")
  if (draft.carrier.length > 80 || draft.trackingNumber.length > 80)
    throw badInput("A carrier and a tracking number have at most 80 characters each")
  const itemIds = await stockItemsOf(container, order.id)
  return withOrderAndStockLock(container, { orderId: order.orderId, itemIds }, async () => {
    await assertNoneCutOff(container, itemIds)
    await finishOpenRedress(container, order.orderId)
    const part = (await knexOf(container)("marketplace_seller_order").where("id", order.id).first("accepted_at")) as {
      accepted_at: Date | null
    }
    if (!part.accepted_at) throw marketplaceError("SELLER_ORDER_STATE", "Accept the order before you ship it")
    const lines = await chosenLines(container, order, draft.lines)
    const parcelId = await prepare(container, order, { ...draft, lines })
    await cutPoint(container, "parcel.prepared")
    try {
      await fulfil(container, order, parcelId, lines)
    } catch (error) {
      await knexOf(container)("marketplace_parcel").where({ id: parcelId, state: "preparing" }).delete()
      throw error
    }
    await cutPoint(container, "parcel.fulfilled")
    await ship(container, order, parcelId, by)
    await cutPoint(container, "parcel.shipped")
  })
}

const stockItemsOf = async (container: MedusaContainer, sellerOrderId: string): Promise<string[]> =>
  (await knexOf(container)("marketplace_seller_order_line as l")
    .join("product_variant_inventory_item as kit", "kit.variant_id", "l.variant_id")
    .where("l.seller_order_id", sellerOrderId)
    .whereNull("kit.deleted_at")
    .distinct()
    .pluck("kit.inventory_item_id")) as string[]

/** How long a parcel of a killed process keeps its stock from the others: the recovery job needs seconds. */
const CUT_OFF_MS = 10 * 60_000

/** @throws ORDER_BUSY while a parcel that was cut off may or may not have taken of the same stock */
async function assertNoneCutOff(container: MedusaContainer, itemIds: readonly string[]): Promise<void> {
  const open = (await knexOf(container)("marketplace_parcel")
    .where("state", "preparing")
    .where("prepared_at", ">", new Date(clockOf(container).now().getTime() - CUT_OFF_MS))
    .whereRaw("exists (select 1 from jsonb_array_elements(stock_before) e where e ->> 'itemId' = any(?))", [
      [...itemIds],
    ])
    .first("id")) as { id: string } | undefined
  if (open)
    throw marketplaceError(
      "ORDER_BUSY",
      "Another parcel with the same article is being finished; try again in a moment",
    )
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
async function prepare(container: MedusaContainer, order: SellerOrderHead, draft: ParcelDraft): Promise<string> {
  const id = generateEntityId(undefined, "parcel")
  const before = await levelsBefore(container, draft.lines)
  return knexOf(container).transaction(async (trx) => {
    await trx("marketplace_parcel").insert({
      id,
      seller_order_id: order.id,
      order_id: order.orderId,
      state: "preparing",
      carrier: draft.carrier.trim(),
      tracking_number: draft.trackingNumber.trim(),
      prepared_at: clockOf(container).now(),
      stock_before: JSON.stringify(before),
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
export async function ship(
  container: MedusaContainer,
  order: { id: string; orderId: string },
  parcelId: string,
  by: OrderActor,
): Promise<void> {
  const knex = knexOf(container)
  const parcel = (await knex("marketplace_parcel").where("id", parcelId).first()) as {
    fulfillment_id: string
    carrier: string
    tracking_number: string
  }
  const lines = await parcelLines(container, parcelId)
  await shipInMedusa(container, order.orderId, parcel, lines)
  await cutPoint(container, "parcel.moved")
  const now = clockOf(container).now()
  await knex.transaction(async (trx) => {
    await trx("marketplace_parcel").where("id", parcelId).update({ state: "shipped", shipped_at: now })
    await refreshState(trx, order.id)
    await recordOrderEvent(trx, {
      key: `shipped:${parcelId}`,
      orderId: order.orderId,
      sellerOrderId: order.id,
      at: now,
      by,
      kind: "SHIPPED",
      details: { parcelId, carrier: parcel.carrier, trackingNumber: parcel.tracking_number, lines },
    })
    await issueWithin(container, trx, [order.id])
    await tellParcel(container, { kind: "shipped", sellerOrderId: order.id, parcelId }, trx)
  })
}

/** Medusa marks the fulfilment and counts the order at the same time: after a crash either may be missing. */
async function shipInMedusa(
  container: MedusaContainer,
  orderId: string,
  parcel: { fulfillment_id: string; carrier: string; tracking_number: string },
  lines: readonly ParcelLine[],
): Promise<void> {
  const id = parcel.fulfillment_id
  const label = {
    tracking_number: parcel.tracking_number,
    tracking_url: trackingUrl(parcel.carrier, parcel.tracking_number) ?? "",
    label_url: "",
  }
  const fulfilment = await container.resolve(Modules.FULFILLMENT).retrieveFulfillment(id)
  const counted = await orderKnows(container, id, "SHIP_ITEM")
  if (!fulfilment.shipped_at && counted) await createShipmentWorkflow(container).run({ input: { id, labels: [label] } })
  else if (!fulfilment.shipped_at)
    await createOrderShipmentWorkflow(container).run({
      input: {
        order_id: orderId,
        fulfillment_id: id,
        items: lines.map((line) => ({ id: line.lineId, quantity: line.quantity })),
        labels: [label],
      },
    })
  else await completeMove(container, { orderId, fulfilmentId: id, lines }, "SHIP_ITEM")
}

export async function parcelLines(container: MedusaContainer, parcelId: string): Promise<ParcelLine[]> {
  return (await knexOf(container)("marketplace_parcel_line")
    .where("parcel_id", parcelId)
    .orderBy("line_id")
    .select("line_id as lineId", "quantity")) as ParcelLine[]
}
