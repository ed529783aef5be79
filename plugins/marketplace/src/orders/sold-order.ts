import type { MedusaContainer } from "@medusajs/framework/types"
import { type Cents, cents, notFound } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { type OrderRecord, readOrders } from "./read-orders"
import { refundableLines } from "./refundable"

export interface SoldParcel {
  readonly id: string
  readonly carrier: string
  readonly trackingNumber: string
  readonly shippedAt: Date
  readonly deliveredAt: Date | null
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[]
}

export interface SoldGroup {
  /** Null: the retailer. */
  readonly sellerId: string | null
  readonly traderName: string
  readonly sellerOrderId: string
  /** Less what was given back because nothing of it was sent. */
  readonly delivery: Cents
  readonly deliveryName: string
  readonly state: string
  readonly promisedBy: Date
  readonly parcels: readonly SoldParcel[]
}

export interface SoldLine {
  readonly lineId: string
  readonly sellerId: string | null
  readonly traderName: string
  readonly productId: string
  readonly variantId: string
  readonly catalogueProductId: string
  readonly productHandle: string | null
  readonly title: string
  readonly variantTitle: string | null
  readonly sku: string | null
  readonly image: string | null
  readonly gtin: string | null
  /** Units that were not refused or cancelled; a line of which none is left is not here. */
  readonly quantity: number
  readonly unitPrice: Cents
  /** What was paid for those units, less what a dispute gave back. */
  readonly total: Cents
  /** What may still be given back for it, whoever gives it. */
  readonly refundable: Cents
  readonly shipped: number
  readonly delivered: number
  /** Received or dismissed in Medusa. */
  readonly returned: number
  /** When the last delivered unit arrived. */
  readonly deliveredAt: Date | null
  /** With ancestors. */
  readonly categoryHandles: readonly string[]
  readonly returnableInShop: boolean
  readonly commission: {
    readonly id: string
    readonly ruleId: string
    readonly rateBps: number
    readonly fixed: Cents
    readonly base: Cents
    readonly amount: Cents
  } | null
}

export interface SoldOrder {
  readonly id: string
  readonly number: number
  readonly email: string
  readonly customerName: string
  readonly customerId: string | null
  readonly placedAt: Date
  readonly currency: string
  readonly total: Cents
  readonly capturedPaymentIds: readonly string[]
  readonly refunded: Cents
  readonly groups: readonly SoldGroup[]
  readonly lines: readonly SoldLine[]
}

/** @throws NOT_FOUND */
export async function readSoldOrder(container: MedusaContainer, orderId: string): Promise<SoldOrder> {
  const [order] = await readSoldOrders(container, [orderId])
  if (!order) throw notFound("This order")
  return order
}

/** Null whichever half is wrong. */
export async function findSoldOrder(
  container: MedusaContainer,
  by: { number: number; email: string },
): Promise<SoldOrder | null> {
  const row = (await knexOf(container)("marketplace_placed_order")
    .where({ number: by.number, email: by.email.trim().toLowerCase() })
    .first("order_id")) as { order_id: string } | undefined
  return row ? readSoldOrder(container, row.order_id) : null
}

/** In the order of the ids; unknown ids are left out. */
export async function readSoldOrders(container: MedusaContainer, orderIds: readonly string[]): Promise<SoldOrder[]> {
  const [records, payments, refundable] = await Promise.all([
    readOrders(container, { orderIds }),
    capturedPayments(container, orderIds),
    refundableLines(knexOf(container), orderIds),
  ])
  return records.map((record) => soldOrder(record, payments.get(record.id) ?? [], refundable))
}

function soldOrder(
  record: OrderRecord,
  capturedPaymentIds: readonly string[],
  refundable: ReadonlyMap<string, Cents>,
): SoldOrder {
  const { groups, refunded, ...order } = record
  return {
    ...order,
    refunded: cents(refunded),
    capturedPaymentIds,
    groups: groups.map(({ lines: _lines, id, deliveryRedressed, ...group }) => ({
      ...group,
      delivery: cents(group.delivery - deliveryRedressed),
      sellerOrderId: id,
    })),
    lines: groups.flatMap((group) =>
      keptLines(group.lines).map((line) => ({
        ...line,
        refundable: refundable.get(line.lineId) ?? cents(0),
        sellerId: group.sellerId,
        traderName: group.traderName,
        returnableInShop: group.acceptsShopReturns,
      })),
    ),
  }
}

/** What is left of the sale: a return is counted from this. */
const keptLines = (lines: OrderRecord["groups"][number]["lines"]) =>
  lines
    .map(({ gone, redressed, ...line }) => ({
      ...line,
      quantity: line.quantity - gone,
      total: cents(line.total - redressed),
    }))
    .filter((line) => line.quantity > 0)

async function capturedPayments(
  container: MedusaContainer,
  orderIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = (await knexOf(container)("order_payment_collection as link")
    .join("payment as p", "p.payment_collection_id", "link.payment_collection_id")
    .whereIn("link.order_id", [...orderIds])
    .whereNull("link.deleted_at")
    .whereNull("p.deleted_at")
    .whereNotNull("p.captured_at")
    .orderBy("p.created_at")
    .select("link.order_id as order", "p.id as payment")) as { order: string; payment: string }[]
  const byOrder = new Map<string, string[]>()
  for (const row of rows) byOrder.set(row.order, [...(byOrder.get(row.order) ?? []), row.payment])
  return byOrder
}
