import type { MedusaContainer } from "@medusajs/framework/types"
import { type Cents, cents } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { returnedQuantities } from "./returned-quantities"
import type { SellerOrderState } from "./seller-order-state"
import type { SoldLine, SoldParcel } from "./sold-order"

export type LineRecord = Omit<SoldLine, "sellerId" | "traderName" | "returnableInShop" | "refundable"> & {
  /** Units refused or cancelled. */
  readonly gone: number
  /** Money given back for it outside returns: for those units, or by a dispute. */
  readonly redressed: Cents
}

export interface GroupRecord {
  readonly id: string
  readonly orderId: string
  readonly sellerId: string | null
  readonly traderName: string
  readonly acceptsShopReturns: boolean
  readonly state: SellerOrderState
  readonly optionId: string | null
  readonly delivery: Cents
  /** Part of the delivery given back outside returns. */
  readonly deliveryRedressed: Cents
  readonly deliveryName: string
  readonly itemsTotal: Cents
  readonly promisedBy: Date
  readonly parcels: readonly SoldParcel[]
  readonly lines: readonly LineRecord[]
}

export interface OrderRecord {
  readonly id: string
  readonly number: number
  readonly email: string
  readonly customerName: string
  readonly customerId: string | null
  readonly placedAt: Date
  readonly currency: string
  readonly total: Cents
  readonly refunded: Cents
  readonly groups: readonly GroupRecord[]
}

/** Placed orders with all that hangs on them, in seven statements for any number; in the order of the ids. */
export async function readOrders(
  container: MedusaContainer,
  which: { readonly orderIds: readonly string[] },
): Promise<OrderRecord[]> {
  const ids = [...which.orderIds]
  if (ids.length === 0) return []
  const knex = knexOf(container)
  const [orders, groups, lines, parcels, charges, refunds, returned, redress] = await Promise.all([
    knex("marketplace_placed_order").whereIn("order_id", ids) as Promise<OrderRow[]>,
    readGroups(container, ids),
    knex("marketplace_seller_order_line").whereIn("order_id", ids).orderBy("line_id") as Promise<LineRow[]>,
    readParcels(container, ids),
    knex("marketplace_commission_line").whereIn("order_id", ids).whereNull("reverses") as Promise<ChargeRow[]>,
    knex("marketplace_refund_share")
      .whereIn("order_id", ids)
      .groupBy("order_id")
      .select("order_id")
      .sum("amount as total"),
    returnedQuantities(container, ids),
    readRedressed(container, ids),
  ])
  const refunded = new Map((refunds as { order_id: string; total: string }[]).map((r) => [r.order_id, Number(r.total)]))
  const charged = new Map(charges.map((row) => [row.line_id, row]))
  const byId = new Map(
    orders.map((order) => [
      order.order_id,
      {
        id: order.order_id,
        number: order.number,
        email: order.email,
        customerName: order.customer_name,
        customerId: order.customer_id,
        placedAt: order.placed_at,
        currency: order.currency,
        total: cents(order.total),
        refunded: cents(refunded.get(order.order_id) ?? 0),
        groups: groups
          .filter((group) => group.orderId === order.order_id)
          .map((group) => {
            const own = parcels.filter((parcel) => parcel.sellerOrderId === group.id)
            return {
              ...group,
              parcels: own.map(({ sellerOrderId: _of, ...parcel }) => parcel),
              lines: lines
                .filter((line) => line.seller_order_id === group.id)
                .map((line) => ({
                  ...lineRecord(line, own, returned.get(line.line_id) ?? 0, charged.get(line.line_id)),
                  gone: redress.get(line.line_id)?.gone ?? 0,
                  redressed: cents(redress.get(line.line_id)?.amount ?? 0),
                })),
            }
          }),
      } satisfies OrderRecord,
    ]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function lineRecord(
  row: LineRow,
  parcels: readonly SoldParcel[],
  returned: number,
  charge: ChargeRow | undefined,
): Omit<LineRecord, "gone" | "redressed"> {
  const inParcels = (which: readonly SoldParcel[]) =>
    which.flatMap((parcel) => parcel.lines).reduce((a, l) => (l.lineId === row.line_id ? a + l.quantity : a), 0)
  const arrived = parcels.filter((p) => p.deliveredAt && p.lines.some((line) => line.lineId === row.line_id))
  return {
    lineId: row.line_id,
    productId: row.product_id,
    variantId: row.variant_id,
    catalogueProductId: row.catalogue_product_id,
    productHandle: row.product_handle,
    title: row.title,
    variantTitle: row.variant_title,
    sku: row.sku,
    image: row.image,
    gtin: row.gtin,
    quantity: row.quantity,
    unitPrice: cents(row.unit_price),
    total: cents(row.total),
    shipped: inParcels(parcels),
    delivered: inParcels(arrived),
    returned,
    deliveredAt: arrived.map((p) => p.deliveredAt as Date).sort((a, b) => b.getTime() - a.getTime())[0] ?? null,
    categoryHandles: row.category_handles,
    commission: charge
      ? {
          id: charge.id,
          ruleId: charge.rule_id,
          rateBps: charge.rate_bps,
          fixed: cents(charge.fixed),
          base: cents(charge.base),
          amount: cents(charge.amount),
        }
      : null,
  }
}

async function readRedressed(
  container: MedusaContainer,
  ids: string[],
): Promise<Map<string, { gone: number; amount: number }>> {
  const rows = (await knexOf(container)("marketplace_redress as r")
    .join("marketplace_redress_line as l", "l.redress_id", "r.id")
    .whereIn("r.order_id", ids)
    .groupBy("l.line_id")
    .select("l.line_id as line")
    .sum({ gone: "l.quantity", amount: "l.amount" })) as { line: string; gone: string; amount: string }[]
  return new Map(rows.map((row) => [row.line, { gone: Number(row.gone), amount: Number(row.amount) }]))
}

type GroupHead = Omit<GroupRecord, "parcels" | "lines">

async function readGroups(container: MedusaContainer, ids: string[]): Promise<GroupHead[]> {
  const { rows } = (await knexOf(container).raw(
    `select s.id, s.order_id as "orderId", s.seller_id as "sellerId", coalesce(seller.name, retailer.name, '') as "traderName",
       s.seller_id is null or coalesce(seller.accepts_shop_returns, false) as "acceptsShopReturns", s.state,
       s.shipping_option_id as "optionId", s.delivery_total as delivery,
       coalesce((select sum(r.delivery) from marketplace_redress r where r.seller_order_id = s.id), 0)::int as "deliveryRedressed", s.delivery_name as "deliveryName",
       s.items_total as "itemsTotal", s.promised_by as "promisedBy"
     from marketplace_seller_order s
     left join marketplace_seller seller on seller.id = s.seller_id
     left join marketplace_retailer retailer on s.seller_id is null
     where s.order_id = any(:ids)
     order by s.seller_id nulls first`,
    { ids },
  )) as { rows: GroupHead[] }
  return rows
}

async function readParcels(
  container: MedusaContainer,
  ids: string[],
): Promise<(SoldParcel & { readonly sellerOrderId: string })[]> {
  const { rows } = (await knexOf(container).raw(
    `select p.id, p.seller_order_id as "sellerOrderId", p.carrier, p.tracking_number as "trackingNumber",
       p.shipped_at as "shippedAt", p.delivered_at as "deliveredAt",
       json_agg(json_build_object('lineId', l.line_id, 'quantity', l.quantity) order by l.line_id) as lines
     from marketplace_parcel p join marketplace_parcel_line l on l.parcel_id = p.id
     where p.order_id = any(:ids) and p.state <> 'preparing'
     group by p.id
     order by p.shipped_at, p.id`,
    { ids },
  )) as { rows: (SoldParcel & { sellerOrderId: string })[] }
  return rows
}

interface OrderRow {
  order_id: string
  number: number
  currency: string
  total: number
  email: string
  customer_id: string | null
  customer_name: string
  placed_at: Date
}

interface LineRow {
  line_id: string
  seller_order_id: string
  product_id: string
  variant_id: string
  catalogue_product_id: string
  product_handle: string | null
  title: string
  variant_title: string | null
  sku: string | null
  gtin: string | null
  image: string | null
  category_handles: string[]
  quantity: number
  unit_price: number
  total: number
}

interface ChargeRow {
  id: string
  line_id: string
  rule_id: string
  rate_bps: number
  fixed: number
  base: number
  amount: number
}
