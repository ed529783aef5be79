import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Cents, cents } from "@gondola/kit"
import { knexOf } from "../modules/marketplace/resolve"
import { type GroupRecord, readOrders } from "./read-orders"

export interface SellerOrderRecord extends GroupRecord {
  readonly orderNumber: number
  readonly placedAt: Date
  readonly currency: string
  readonly customerName: string
  /** Empty once there is nothing left to ship. */
  readonly shippingAddress: string
  /** Charged less given back. */
  readonly commissionTotal: Cents
  /** What the seller earns: goods and delivery, less commission and its part of refunds. */
  readonly refundedTotal: Cents
  readonly netTotal: Cents
}

/** In the order of the rows. The caller has already made sure whose they are. */
export async function readSellerOrders(
  container: MedusaContainer,
  rows: readonly { readonly id: string; readonly orderId: string }[],
): Promise<SellerOrderRecord[]> {
  const orderIds = [...new Set(rows.map((row) => row.orderId))]
  const [orders, addresses, sums] = await Promise.all([
    readOrders(container, { orderIds }),
    readAddresses(container, orderIds),
    readSums(
      container,
      rows.map((row) => row.id),
    ),
  ])
  return rows.flatMap((row) => {
    const order = orders.find((each) => each.id === row.orderId)
    const group = order?.groups.find((each) => each.id === row.id)
    if (!order || !group) return []
    const sum = sums.get(row.id) ?? { commission: 0, refunded: 0 }
    const toShip = ["TO_ACCEPT", "ACCEPTED", "PARTIALLY_SHIPPED"].includes(group.state)
    return [
      {
        ...group,
        orderNumber: order.number,
        placedAt: order.placedAt,
        currency: order.currency,
        customerName: order.customerName,
        shippingAddress: toShip ? (addresses.get(order.id) ?? "") : "",
        commissionTotal: cents(sum.commission),
        refundedTotal: cents(sum.refunded),
        netTotal: cents(group.itemsTotal + group.delivery - sum.refunded - sum.commission),
      },
    ]
  })
}

async function readSums(
  container: MedusaContainer,
  ids: readonly string[],
): Promise<Map<string, { commission: number; refunded: number }>> {
  const { rows } = (await knexOf(container).raw(
    `select s.id,
       (select coalesce(sum(c.amount), 0)::int from marketplace_commission_line c
         where c.order_id = s.order_id and c.seller_id = s.seller_id) as commission,
       (select coalesce(sum(r.amount), 0)::int from marketplace_refund_share r
         where r.order_id = s.order_id and r.seller_id is not distinct from s.seller_id) as refunded
     from marketplace_seller_order s where s.id = any(:ids)`,
    { ids: [...ids] },
  )) as { rows: { id: string; commission: number; refunded: number }[] }
  return new Map(rows.map((row) => [row.id, row]))
}

interface Address {
  readonly first_name?: string | null
  readonly last_name?: string | null
  readonly address_1?: string | null
  readonly address_2?: string | null
  readonly postal_code?: string | null
  readonly city?: string | null
  readonly country_code?: string | null
}

/** The shipping address of each order in one line. */
export async function readAddresses(
  container: MedusaContainer,
  orderIds: readonly string[],
): Promise<Map<string, string>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "shipping_address.*"],
    filters: { id: [...orderIds] },
  })
  const orders = data as unknown as { id: string; shipping_address: Address | null }[]
  return new Map(orders.map((order) => [order.id, order.shipping_address ? addressLine(order.shipping_address) : ""]))
}

const addressLine = (at: Address): string =>
  [
    [at.first_name, at.last_name].filter(Boolean).join(" "),
    at.address_1,
    at.address_2,
    [at.postal_code, at.city].filter(Boolean).join(" "),
    at.country_code?.toUpperCase(),
  ]
    .filter(Boolean)
    .join(", ")
